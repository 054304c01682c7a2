import { wareki } from "../../dates/wareki";
import type { TeamHint } from "./clinicians";

/** R17, while the team is being put together; the association checks it again. */
export function ClinicianHint({ hint }: { hint: TeamHint }) {
  return (
    <div role="status">
      {hint === "none" && (
        <p class="notice-box notice-box--warning">
          医師か訪問看護師が、まだチームにいません。どちらかが一人もいないと受理されません。
        </p>
      )}
      {hint === "only_without_account" && (
        <p class="notice-box notice-box--warning">
          医師・訪問看護師は、アカウントのない人だけです。その人がアカウントを使えるようになるまで、この申請は受理されません。
        </p>
      )}
    </div>
  );
}

/** R17 for a change: the day on which nobody would be left. */
export function ChangeHint({ day, today }: { day: string | null; today: string }) {
  return (
    <div role="status">
      {day && (
        <p class="notice-box notice-box--warning">
          <strong>
            {day <= today
              ? "このままでは、チームに医師も訪問看護師もいません。"
              : `このままでは、${wareki(day)}からチームに医師も訪問看護師もいなくなります。`}
          </strong>
          後任の医師か訪問看護師(アカウントのある人)を、同じ日までに加えてください。いなくなる届出は受理されません。
        </p>
      )}
    </div>
  );
}
