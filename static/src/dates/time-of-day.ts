// Times of a day as minutes after midnight.
const HOUR = 60;
const DAY = 24 * HOUR;
const two = (number: number) => String(number).padStart(2, "0");

/** 9:05, as people read it. */
export function clock(minute: number): string {
  return `${Math.floor(minute / HOUR)}:${two(minute % HOUR)}`;
}

/** 09:05, as a field for a time wants it. */
export function clockTime(minute: number): string {
  return clock(minute).padStart(5, "0");
}

/** 9:05–10:00; over midnight it says so. */
export function span(start: number, minutes: number): string {
  const end = start + minutes;
  return `${clock(start)}–${end >= DAY ? "翌" : ""}${clock(end % DAY)}`;
}

/** Minutes after midnight of "9:05" or "09:05"; null when it is no time. */
export function minuteOf(typed: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(typed);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < HOUR ? hours * HOUR + minutes : null;
}
