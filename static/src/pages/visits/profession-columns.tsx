import { PROFESSIONS } from "../../city/words";
import { monthAndDay } from "../../dates/wareki";
import { EmptyState } from "../../interface/answers";
import { actions, type DaysProps } from "./day-list";
import { keyOf, OneVisit } from "./one-visit";

/** The professions side by side, a day in one row; below each other on a phone, without the days on which nobody comes. */
export function ProfessionColumns({ days, calendar, ...rest }: DaysProps) {
  const professions = (Object.keys(PROFESSIONS) as (keyof typeof PROFESSIONS)[]).filter((profession) =>
    calendar.items.some((visit) => visit.visitor.profession === profession),
  );
  if (professions.length === 0) return <EmptyState title="この期間の予定はありません" />;
  return (
    <div class={days.length === 1 ? "professions professions--one" : "professions"}>
      {professions.map((profession) => (
        <section key={profession} aria-labelledby={`profession-${profession}`}>
          <h3 id={`profession-${profession}`}>{PROFESSIONS[profession]}</h3>
          {days.map((day) => {
            const visits = calendar.items.filter(
              (visit) => visit.on === day && visit.visitor.profession === profession,
            );
            return (
              <div
                key={day}
                class={visits.length === 0 ? "profession-day profession-day--free" : "profession-day"}
              >
                <h4>
                  <time dateTime={day}>{monthAndDay(day)}</time>
                  {day === rest.today && " 今日"}
                </h4>
                <ul>
                  {visits.map((visit) => (
                    <OneVisit key={keyOf(visit)} visit={visit} withoutProfession>
                      {actions(visit, rest)}
                    </OneVisit>
                  ))}
                </ul>
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}
