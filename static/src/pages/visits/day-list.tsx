import type { Visit, VisitCalendar } from "../../api/visits";
import { monthAndDay } from "../../dates/wareki";
import { keyOf, OneVisit } from "./one-visit";
import { type Editor, VisitActions } from "./visit-actions";

export interface DaysProps {
  days: string[];
  calendar: VisitCalendar;
  today: string;
  /** A member of the room, who may change what is planned; null for whoever only looks. */
  editor: Editor | null;
  onChanged: () => void;
}

/** The days of a week, each with its visits: below each other on a phone, side by side where there is room. */
export function DayList({ days, calendar, today, editor, onChanged }: DaysProps) {
  const closed = new Set(calendar.closed_days);
  return (
    <ol class={days.length === 1 ? "visit-days visit-days--one" : "visit-days"}>
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
                <OneVisit key={keyOf(visit)} visit={visit}>
                  {actions(visit, { today, editor, onChanged })}
                </OneVisit>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

/** What the person may do with a visit; nothing for whoever only looks. */
export function actions(
  visit: Visit,
  { today, editor, onChanged }: Pick<DaysProps, "today" | "editor" | "onChanged">,
) {
  return editor && <VisitActions visit={visit} editor={editor} today={today} onChanged={onChanged} />;
}
