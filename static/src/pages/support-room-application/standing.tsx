import type { SupportApplication } from "../../api/support";
import { MISSING } from "../../city/support-words";
import { formName, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { ApplicationBadge } from "../../interface/status-badge";
import { Fact } from "../desk-application/facts";

type Shown = Pick<
  SupportApplication,
  "status" | "status_text" | "note" | "missing" | "received_at" | "updated_at"
> & { form: number };

export function Standing({ application }: { application: Shown }) {
  return (
    <section class="card" aria-label="いまの状況">
      <p class="row">
        <ApplicationBadge status={application.status} />
      </p>
      <p>{application.status_text}</p>
      {application.note && (
        <section class="notice-box notice-box--warning" aria-labelledby="desk-note">
          <h2 id="desk-note">窓口からの連絡</h2>
          <p class="pre-line">{application.note}</p>
        </section>
      )}
      {application.missing.length > 0 && (
        <section class="notice-box notice-box--warning" aria-labelledby="missing">
          <h2 id="missing">まだ出ていない書類</h2>
          <ul>
            {application.missing.map((missing) => (
              <li key={missing}>{word(MISSING, missing)}</li>
            ))}
          </ul>
          <p>そろうまで受理されません。</p>
        </section>
      )}
      <dl class="facts">
        <Fact name="様式">{formName(application.form)}</Fact>
        <Fact name="受付">{warekiWithTime(application.received_at)}</Fact>
        <Fact name="最後に変わった日時">{warekiWithTime(application.updated_at)}</Fact>
      </dl>
    </section>
  );
}
