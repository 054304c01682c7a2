import type { Visit, VisitCalendar } from "../../api/visits";
import { VISIT_KINDS } from "../../city/visit-words";
import { PROFESSIONS, word } from "../../city/words";
import { monthAndDay } from "../../dates/wareki";
import { span } from "./week";

interface DayListProps {
  days: string[];
  calendar: VisitCalendar;
  today: string;
}

/** The days of a week, each with its visits: below each other on a phone, side by side where there is room. */
export function DayList({ days, calendar, today }: DayListProps) {
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
                <OneVisit key={`${visit.visit_id} ${visit.day}`} visit={visit} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function OneVisit({ visit }: { visit: Visit }) {
  const { visitor } = visit;
  return (
    <li class="visit">
      <p>
        <strong>{span(visit.start_minute, visit.minutes)}</strong> {VISIT_KINDS[visit.kind]}
        {visit.repeat && " (繰り返し)"}
      </p>
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
    </li>
  );
}
