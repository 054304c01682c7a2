const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);
const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** A day so many days later, both as "2026-11-23". */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(atNoon(day).getTime() + days * DAY_MILLISECONDS));
}

/** Monday to Sunday of the week in which a day lies. */
export function weekOf(day: string): string[] {
  const sinceMonday = (atNoon(day).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, at) => daysLater(day, at - sinceMonday));
}

/** 9:05, of minutes since midnight. */
export function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

/** 9:05–10:00; over midnight it says so. */
export function span(start: number, minutes: number): string {
  const end = start + minutes;
  return `${clock(start)}–${end >= 1440 ? "翌" : ""}${clock(end % 1440)}`;
}

/** Minutes since midnight of "09:05"; null when it is no time. */
export function minuteOf(time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
