import type { ComponentChildren } from "preact";
import type { Visit, VisitCalendar } from "../../api/visits";
import { VISIT_KINDS } from "../../city/visit-words";
import { PROFESSIONS, word } from "../../city/words";
import { monthAndDay, warekiWithTime } from "../../dates/wareki";
import { VisitActions } from "./visit-actions";
import { span } from "./week";

interface DayListProps {
  days: string[];
  calendar: VisitCalendar;
  today: string;
  /** Of a member of the room, who may change what is planned; null for whoever only looks. */
  editor: number | null;
  onChanged: () => void;
}

/** The days of a week, each with its visits: below each other on a phone, side by side where there is room. */
export function DayList({ days, calendar, today, editor, onChanged }: DayListProps) {
  const closed = new Set(calendar.closed_days);
  return (
    <ol class="visit-days">
      {days.map((day) => {
        const visits = calendar.items.filter((visit) => visit.on === day);
        return (
          <li key={day} class={closed.has(day) ? "visit-day visit-day--closed" : "visit-day"}>
            <h3>
              <time dateTime={day}>{monthAndDay(day)}</time>
              {day === today && " 今日"}
              {closed.has(day) && <span class="hint"> 休み</span>}
            </h3>
            {visits.length === 0 && <p class="hint">予定なし</p>}
            <ul>
              {visits.map((visit) => (
                <OneVisit key={`${visit.visit_id} ${visit.day}`} visit={visit}>
                  {editor !== null && (
                    <VisitActions visit={visit} userId={editor} today={today} onChanged={onChanged} />
                  )}
                </OneVisit>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function OneVisit({ visit, children }: { visit: Visit; children: ComponentChildren }) {
  const { visitor } = visit;
  return (
    <li class="visit">
      <p>
        <strong>{span(visit.start_minute, visit.minutes)}</strong> {VISIT_KINDS[visit.kind]}
        {visit.repeat && " (繰り返し)"}
      </p>
      {visit.is_cancelled && <p class="visit__warning">取りやめ</p>}
      {visit.is_moved && !visit.is_cancelled && <p class="visit__warning">この回だけ動かしました</p>}
      {visit.done_at && (
        <p>
          ✓ 済み({visit.done_by_name} {warekiWithTime(visit.done_at)})
        </p>
      )}
      {visit.registrant_name && (
        <p>
          <a href={`/rooms/${visit.room_id}/visits`}>{visit.registrant_name}さん</a>
        </p>
      )}
      <p>
        {visitor.name}({word(PROFESSIONS, visitor.profession)}
        {visitor.organization_name && ` ・ ${visitor.organization_name}`})
      </p>
      {visit.is_double_booked && <p class="visit__warning">同じ人に、同じ時間の別の予定があります</p>}
      {visit.note && <p class="pre-line">{visit.note}</p>}
      {children && <div class="no-print">{children}</div>}
    </li>
  );
}
