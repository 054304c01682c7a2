import { useEffect, useRef, useState } from "preact/hooks";
import type { Visit, VisitCalendar } from "../../api/visits";
import { VISIT_KINDS, WEEK_DAYS } from "../../city/visit-words";
import { daysLater, firstOfMonth, lastOfMonth, weekOf, weeksOfMonth } from "../../dates/days";
import { clock } from "../../dates/time-of-day";
import { monthAndDay } from "../../dates/wareki";
import { keyOf } from "./one-visit";

/** So many visits of a day stand in the grid on the screen; paper has them all. */
const NAMED = 3;

interface MonthGridProps {
  /** A day of the month. */
  day: string;
  today: string;
  calendar: VisitCalendar;
  addressOf: (day: string) => string;
}

/**
 * A month, a row for each week; one day is reached by Tab, the others by the arrow keys. On a phone it is a list of the
 * days on which somebody comes, with how many.
 */
export function MonthGrid({ day, today, calendar, addressOf }: MonthGridProps) {
  const [first, last] = [firstOfMonth(day), lastOfMonth(day)];
  const [focused, setFocused] = useState(today >= first && today <= last ? today : first);
  const grid = useRef<HTMLTableElement>(null);
  const moves = useRef(false);
  useEffect(() => {
    if (!moves.current) return;
    moves.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
  }, [focused]);
  const closed = new Set(calendar.closed_days);
  const isFree = !calendar.items.some((visit) => visit.on >= first && visit.on <= last);
  return (
    <>
      {isFree && <p class="month__none">この月の予定はありません。</p>}
      <table
        class="month"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is made a grid as in the Authoring Practices.
        role="grid"
        aria-labelledby="calendar-part"
        ref={grid}
        onKeyDown={(event) => {
          const next = dayFor(event.key, focused);
          if (next === null) return;
          event.preventDefault();
          moves.current = true;
          setFocused(next < first ? first : next > last ? last : next);
        }}
      >
        <thead>
          <tr class="month__week month__heads">
            {Object.values(WEEK_DAYS).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(day).map((week) => (
            <tr class="month__week" key={week[0]}>
              {week.map((one) => {
                if (one < first || one > last) return <td key={one} class="month__day month__day--other" />;
                const visits = calendar.items.filter((visit) => visit.on === one);
                return (
                  <td key={one} class={classOf(visits.length === 0, closed.has(one))}>
                    <DayLink
                      day={one}
                      href={addressOf(one)}
                      isToday={one === today}
                      isFocused={one === focused}
                      visits={visits}
                      onFocus={() => setFocused(one)}
                    />
                    <DayVisits visits={visits} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface DayLinkProps {
  day: string;
  href: string;
  isToday: boolean;
  /** The one day that Tab reaches. */
  isFocused: boolean;
  visits: Visit[];
  onFocus: () => void;
}

function DayLink({ day, href, isToday, isFocused, visits, onFocus }: DayLinkProps) {
  return (
    <a
      href={href}
      data-day={day}
      tabIndex={isFocused ? 0 : -1}
      aria-current={isToday ? "date" : undefined}
      onFocus={onFocus}
    >
      <span class="month__number">
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        <span class="month__name">{monthAndDay(day)}</span>
      </span>
      {isToday && <span> 今日</span>}
      <span class={visits.length === 0 ? "visually-hidden" : "month__count"}> {countOf(visits)}</span>
    </a>
  );
}

function DayVisits({ visits }: { visits: Visit[] }) {
  if (visits.length === 0) return null;
  return (
    <>
      <ul>
        {visits.map((visit, at) => (
          <li key={keyOf(visit)} class={at < NAMED ? undefined : "print-only"}>
            {clock(visit.start_minute)}{" "}
            {visit.is_cancelled ? <s>{VISIT_KINDS[visit.kind]}</s> : VISIT_KINDS[visit.kind]}
            {visit.is_cancelled && <span class="visually-hidden">(取りやめ)</span>}
            <span class="month__who"> {visit.registrant_name || visit.visitor.name}</span>
          </li>
        ))}
      </ul>
      {visits.length > NAMED && <p class="hint">ほか{visits.length - NAMED}件</p>}
    </>
  );
}

/** Those that do not take place are not counted, and said. */
function countOf(visits: Visit[]): string {
  const cancelled = visits.filter((visit) => visit.is_cancelled).length;
  if (visits.length === 0) return "予定なし";
  return `${visits.length - cancelled}件${cancelled > 0 ? `(ほかに取りやめ${cancelled}件)` : ""}`;
}

function classOf(isFree: boolean, isClosed: boolean): string {
  return ["month__day", isFree ? "month__day--free" : "", isClosed ? "month__day--closed" : ""]
    .join(" ")
    .trim();
}

/** Where a key leads in a grid (ARIA Authoring Practices); null when it leads nowhere. */
function dayFor(key: string, day: string): string | null {
  const week = weekOf(day);
  const days: Record<string, string | undefined> = {
    ArrowLeft: daysLater(day, -1),
    ArrowRight: daysLater(day, 1),
    ArrowUp: daysLater(day, -7),
    ArrowDown: daysLater(day, 7),
    Home: week[0],
    End: week[6],
  };
  return days[key] ?? null;
}
