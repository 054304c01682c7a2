import type { ComponentChildren } from "preact";
import type { Visit } from "../../api/visits";
import { VISIT_KINDS } from "../../city/visit-words";
import { PROFESSIONS, word } from "../../city/words";
import { span } from "../../dates/time-of-day";
import { warekiWithTime } from "../../dates/wareki";

interface OneVisitProps {
  visit: Visit;
  /** The profession stands above it already. */
  withoutProfession?: boolean;
  children?: ComponentChildren;
}

/** One visit in a calendar: when, what, who, and what is special about it. */
export function OneVisit({ visit, withoutProfession = false, children }: OneVisitProps) {
  const { visitor } = visit;
  const about = [withoutProfession ? "" : word(PROFESSIONS, visitor.profession), visitor.organization_name];
  return (
    <li class="visit">
      <p>
        <strong>{span(visit.start_minute, visit.minutes)}</strong> {VISIT_KINDS[visit.kind]}
        {visit.repeat && " (繰り返し)"}
      </p>
      {visit.is_cancelled && <p class="visit__warning">取りやめ</p>}
      {visit.is_moved && !visit.is_cancelled && <p class="visit__warning">この回だけ動かしました</p>}
      {visit.day_note && <p class="pre-line">この回のメモ: {visit.day_note}</p>}
      {visit.done_at && (
        <p>
          ✓ 済み({visit.done_by_name} {warekiWithTime(visit.done_at)})
        </p>
      )}
      {visit.registrant_name && (
        <p>
          <a href={`/rooms/${visit.room_id}/visits?day=${visit.on}`}>{visit.registrant_name}さん</a>
        </p>
      )}
      <p>
        {visitor.name}({about.filter(Boolean).join(" ・ ")})
      </p>
      {visit.is_double_booked && <p class="visit__warning">同じ人に、同じ時間の別の予定があります</p>}
      {visit.note && <p class="pre-line">{visit.note}</p>}
      {children && <div class="no-print">{children}</div>}
    </li>
  );
}

/** Of a series the same number comes again on each of its days. */
export const keyOf = (visit: Visit) => `${visit.visit_id} ${visit.day}`;
