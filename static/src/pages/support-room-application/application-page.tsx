import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import {
  loadSupportApplication,
  type SupportApplication,
  withdrawSupportApplication,
} from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { ASSOCIATION_DESK } from "../../city/names";
import { MISSING } from "../../city/support-words";
import { formName, word } from "../../city/words";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { History } from "../filed-application/history";
import { Signature } from "../filed-application/signature";
import { Standing } from "../filed-application/standing";
import { WithdrawDialog } from "../filed-application/withdraw-dialog";
import { Form7Content } from "./form7-content";
import { Form8Content } from "./form8-content";
import { NextSteps } from "./next-steps";

export function SupportApplicationPage() {
  const receipt = useRoute().params.receipt ?? "";
  return (
    <SignedIn>{(me) => <Application key={receipt} receipt={receipt} isMember={me.desk === null} />}</SignedIn>
  );
}

/** The receipt, and later where the application stands; printed, it is the copy for the files. */
function Application({ receipt, isMember }: { receipt: string; isMember: boolean }) {
  const { query } = useLocation();
  const { received } = query;
  const { data, problem, reload } = useLoaded(receipt, () => loadSupportApplication(receipt));
  return (
    <Page heading={headingOf(received)} title={`申請 ${receipt}`}>
      {data && (
        <p class="print-only paper-heading">
          <span>{formName(data.form)}</span>
          <span>提出先: {ASSOCIATION_DESK}</span>
        </p>
      )}
      <p class="row row--apart no-print">
        <a class="back" href="/support-rooms">
          出した申請へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      {/* The number is known even when the rest cannot be loaded. */}
      <p>
        受付番号 <span class="receipt-number">{receipt}</span>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="申請" />}
      {data && <Loaded application={data} isMember={isMember} onChanged={reload} />}
    </Page>
  );
}

/** Whoever has just sent something is told so; later, and after a reload of a bookmark, it is a page as any other. */
function headingOf(received: string | undefined): string {
  if (received === undefined) return "申請の状況";
  return received === "again" ? "直した申請を受け付けました" : "申請を受け付けました";
}

interface LoadedProps {
  application: SupportApplication;
  isMember: boolean;
  onChanged: () => Promise<void>;
}

function Loaded({ application, isMember, onChanged }: LoadedProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <Standing application={application}>
        <MissingPapers missing={application.missing} />
      </Standing>
      <NextSteps application={application} />
      {(application.can_correct || application.can_withdraw) && (
        <div class="actions no-print">
          {application.can_correct && (
            <a
              class="button button--primary"
              href={`/support-rooms/${application.receipt_number}/correction`}
            >
              {correctLabel(application)}
            </a>
          )}
          {application.can_withdraw && <Button onClick={() => setWithdrawing(true)}>取り下げる</Button>}
        </div>
      )}
      {application.form === 7 ? (
        <Form7Content content={application.content} />
      ) : (
        <Form8Content content={application.content} isMember={isMember} />
      )}
      <History entries={application.history} />
      <Signature receipt={application.receipt_number} desk={ASSOCIATION_DESK} />
      <WithdrawDialog
        onWithdraw={() => withdrawSupportApplication(application.receipt_number)}
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdrawn={onChanged}
      />
    </>
  );
}

/** The half of the set that has not come yet (R14). */
function MissingPapers({ missing }: Pick<SupportApplication, "missing">) {
  if (missing.length === 0) return null;
  return (
    <section class="notice-box notice-box--warning" aria-labelledby="missing">
      <h2 id="missing">まだ出ていない書類</h2>
      <ul>
        {missing.map((part) => (
          <li key={part}>{word(MISSING, part)}</li>
        ))}
      </ul>
      <p>そろうまで受理されません。</p>
    </section>
  );
}

function correctLabel({ status }: SupportApplication): string {
  if (status === "incomplete") return "足りない書類を出す";
  return status === "returned" ? "直して再提出する" : "内容を直す";
}
