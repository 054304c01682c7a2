import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadRoomRequest, type RoomRequest, withdrawRoomRequest } from "../../api/rooms";
import { useLoaded } from "../../api/use-loaded";
import { CITY_DESK } from "../../city/names";
import { requestName } from "../../city/room-words";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { History } from "../filed-application/history";
import { Signature } from "../filed-application/signature";
import { Standing } from "../filed-application/standing";
import { WithdrawDialog } from "../filed-application/withdraw-dialog";
import { NextSteps } from "./next-steps";
import { RequestContent } from "./request-content";

export function RoomRequestPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <SignedIn>{() => <Request key={receipt} receipt={receipt} />}</SignedIn>;
}

/** The receipt, and later where the application stands; printed, it is the copy for the files. */
function Request({ receipt }: { receipt: string }) {
  const { received } = useLocation().query;
  const { data, problem, reload } = useLoaded(receipt, () => loadRoomRequest(receipt));
  return (
    <Page heading={headingOf(received)} title={`申請 ${receipt}`}>
      {data && (
        <p class="print-only paper-heading">
          <span>{requestName(data.form, data.form === 2 ? data.content.change : null)}</span>
          <span>提出先: {CITY_DESK}</span>
        </p>
      )}
      <p class="row row--apart no-print">
        <a class="back" href="/rooms/applications">
          申請の一覧へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            控えを印刷する
          </Button>
        )}
      </p>
      {/* The number is known even when the rest cannot be loaded. */}
      <p>
        受付番号 <span class="receipt-number">{receipt}</span>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {problem?.status === 401 && (
        <p>この申請は、申請した人と、その団体のシステム管理担当者だけが見られます。</p>
      )}
      {!data && !problem && <Loading what="申請" />}
      {data && <Loaded request={data} onChanged={reload} />}
    </Page>
  );
}

/** Whoever has just sent something is told so; later, and after a reload of a bookmark, it is a page as any other. */
function headingOf(received: string | undefined): string {
  if (received === undefined) return "申請の状況";
  return received === "again" ? "直した申請を受け付けました" : "申請を受け付けました";
}

interface LoadedProps {
  request: RoomRequest;
  onChanged: () => Promise<void>;
}

function Loaded({ request, onChanged }: LoadedProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { receipt_number: receipt } = request;
  const copy = copyPage(request);
  return (
    <>
      <Standing application={request} />
      <NextSteps request={request} />
      <div class="actions no-print">
        {request.can_correct && (
          <a class="button button--primary" href={`/rooms/applications/${receipt}/correction`}>
            直して再提出する
          </a>
        )}
        {copy && (
          <a class="button button--secondary" href={copy}>
            元にして新しく申請する
          </a>
        )}
        {request.can_withdraw && <Button onClick={() => setWithdrawing(true)}>取り下げる</Button>}
      </div>
      <RequestContent request={request} />
      <History entries={request.history} />
      <Signature receipt={receipt} desk={CITY_DESK} />
      <WithdrawDialog
        onWithdraw={() => withdrawRoomRequest(receipt)}
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdrawn={onChanged}
      />
    </>
  );
}

/** R13b: a new application from an old one; a room is asked to be closed on its own page. */
function copyPage({ form, receipt_number: receipt, content_deleted: deleted }: RoomRequest): string | null {
  if (deleted || form === 3) return null;
  return form === 1 ? `/rooms/new?copy=${receipt}` : `/rooms/membership?copy=${receipt}`;
}
