import { daysLater, firstOfMonth, isDay, weekOf, weeksOfMonth } from "../../dates/days";
import { monthAndDay, wareki } from "../../dates/wareki";

/** How much of time the calendar shows. */
export type View = "day" | "week" | "month";

export const VIEWS: { value: View; label: string }[] = [
  { value: "day", label: "1日" },
  { value: "week", label: "1週間" },
  { value: "month", label: "1か月" },
];

/** What part of a calendar is shown, and how; it stands in the address. */
export interface Shown {
  /** A day of the day, week or month. */
  day: string;
  view: View;
  /** A column for each profession; of a month there is none. */
  byProfession: boolean;
}

export function shownIn(query: Record<string, string>, today: string): Shown {
  const view = VIEWS.find(({ value }) => value === query.view)?.value ?? "week";
  return { day: isDay(query.day) ? query.day : today, view, byProfession: query.by === "profession" };
}

/** What the address says of it; what is usual is left out. */
export function queryOf({ day, view, byProfession }: Shown): string {
  return [`day=${day}`, view === "week" ? "" : `view=${view}`, byProfession ? "by=profession" : ""]
    .filter(Boolean)
    .join("&");
}

/** The days that are shown; of a month whole weeks. */
export function daysOf({ day, view }: Shown): string[] {
  if (view === "day") return [day];
  return view === "week" ? weekOf(day) : weeksOfMonth(day).flat();
}

/** The part of time before or after. */
export function moved(shown: Shown, direction: -1 | 1): Shown {
  const { day, view } = shown;
  if (view === "month") return { ...shown, day: firstOfMonth(day, direction) };
  return { ...shown, day: daysLater(day, direction * (view === "day" ? 1 : 7)) };
}

/** What a way there says. */
export const STEPS: Record<View, [before: string, now: string, after: string]> = {
  day: ["前の日", "今日", "次の日"],
  week: ["前の週", "今週", "次の週"],
  month: ["前の月", "今月", "次の月"],
};

export function headingOf({ day, view }: Shown): string {
  if (view === "day") return wareki(day);
  // 令和8年12月 of 令和8年12月1日(火)
  if (view === "month") return wareki(firstOfMonth(day)).replace(/月.*$/, "月");
  const week = weekOf(day);
  return `${monthAndDay(week[0] ?? day)}から${monthAndDay(week[6] ?? day)}`;
}
