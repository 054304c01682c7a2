import type { ComponentChildren } from "preact";
import type { FollowUp } from "../../api/types";
import { formName } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { ApplicationBadge } from "../../interface/status-badge";
import { Fact } from "../desk-application/facts";

interface StandingProps {
  application: FollowUp;
  /** What else has to be said about this one. */
  children?: ComponentChildren;
}

/** How far an application is, and what the desk wrote. */
export function Standing({ application, children }: StandingProps) {
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
      {children}
      <dl class="facts">
        <Fact name="申請">{formName(application.form)}</Fact>
        <Fact name="受付">{warekiWithTime(application.received_at)}</Fact>
        <Fact name="最後に変わった日時">{warekiWithTime(application.updated_at)}</Fact>
      </dl>
    </section>
  );
}
