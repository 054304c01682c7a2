// Days as "2026-11-23", and what lies around them. A day is a day wherever the device is: noon in UTC stands for it.
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);
const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** Whether a text is a day that there is. */
export function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = atNoon(text);
  return !Number.isNaN(time.getTime()) && dayOf(time) === text;
}

/** A day so many days later. */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(atNoon(day).getTime() + days * DAY_MILLISECONDS));
}

/** How many days there are from one day to another, the first not counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / DAY_MILLISECONDS);
}

/** Monday to Sunday of the week in which a day lies. */
export function weekOf(day: string): string[] {
  const sinceMonday = (atNoon(day).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, at) => daysLater(day, at - sinceMonday));
}

/** The first day of the month in which a day lies, or of a month so many months later. */
export function firstOfMonth(day: string, monthsLater = 0): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return dayOf(new Date(Date.UTC(year, month - 1 + monthsLater, 1, 12)));
}

/** The last day of the month in which a day lies. */
export function lastOfMonth(day: string): string {
  return daysLater(firstOfMonth(day, 1), -1);
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOfMonth(day: string): string[][] {
  const weeks: string[][] = [];
  const last = lastOfMonth(day);
  for (
    let week = weekOf(firstOfMonth(day));
    (week[0] ?? "9") <= last;
    week = weekOf(daysLater(week[0] ?? last, 7))
  ) {
    weeks.push(week);
  }
  return weeks;
}
