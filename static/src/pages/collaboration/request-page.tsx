import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadRequest, type RoomRequest, withdrawRequest } from "../../api/rooms";
import { useLoaded } from "../../api/use-loaded";
import { CITY_DESK } from "../../city/names";
import { formName } from "../../city/words";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { History } from "../support-room-application/history";
import { Signature } from "../support-room-application/signature";
import { Standing } from "../support-room-application/standing";
import { WithdrawDialog } from "../support-room-application/withdraw-dialog";
import { RequestContent } from "./request-content";

export function RoomRequestPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <SignedIn>{() => <Request key={receipt} receipt={receipt} />}</SignedIn>;
}

/** The receipt, and later where the application stands; printed, it is the copy for the files. */
function Request({ receipt }: { receipt: string }) {
  const { received } = useLocation().query;
  const { data, problem, reload } = useLoaded(receipt, () => loadRequest(receipt));
  return (
    <Page heading={received ? "申請を受け付けました" : "申請の状況"} title={`申請 ${receipt}`}>
      {data && (
        <p class="print-only paper-heading">
          <span>{formName(data.form)}</span>
          <span>提出先: {CITY_DESK}</span>
        </p>
      )}
      <p class="row row--apart no-print">
        <a class="back" href="/rooms/applications">
          職種連携の部屋の申請へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      <p>
        受付番号 <span class="receipt-number">{receipt}</span>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="申請" />}
      {data && <Loaded request={data} onChanged={reload} />}
    </Page>
  );
}

function Loaded({ request, onChanged }: { request: RoomRequest; onChanged: () => Promise<void> }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const receipt = request.receipt_number;
  return (
    <>
      <Standing application={request} />
      <Next request={request} />
      <div class="actions no-print">
        {request.can_correct && (
          <a class="button button--primary" href={`/rooms/applications/${receipt}/correction`}>
            直して再提出する
          </a>
        )}
        {request.form === 1 && (
          <a class="button button--secondary" href={`/rooms/new?copy=${receipt}`}>
            この内容を元に新しく申請する
          </a>
        )}
        {request.can_withdraw && <Button onClick={() => setWithdrawing(true)}>取り下げる</Button>}
      </div>
      <RequestContent request={request} />
      <History entries={request.history} />
      <Signature receipt={receipt} />
      <WithdrawDialog
        receipt={receipt}
        withdraw={withdrawRequest}
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdrawn={onChanged}
      />
    </>
  );
}

/** What comes next, for whoever has just applied or comes back to it. */
function Next({ request }: { request: RoomRequest }) {
  if (request.status === "completed") {
    return (
      <p class="notice-box notice-box--success no-print">
        {request.form === 1 ? (
          <>
            部屋が開きました。<a href="/rooms">参加している部屋</a>から入れます。
          </>
        ) : (
          "受理されました。部屋に反映されています。"
        )}
      </p>
    );
  }
  if (!["received", "resubmitted", "redirected"].includes(request.status)) return null;
  return (
    <p class="notice-box no-print">市の窓口({CITY_DESK})が内容を確かめています。結果はこのページに出ます。</p>
  );
}
