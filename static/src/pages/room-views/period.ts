/** Days "2026-11-23", both included. */
export interface Period {
  from: string;
  to: string;
}

/** The most that the server counts at once. */
export const DAYS_MAX = 366;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** From the first of the month that contains the day until the day itself. */
export function monthUntil(day: string): Period {
  return { from: `${day.slice(0, 7)}-01`, to: day };
}

/** The whole month before the one that contains the day. */
export function monthBefore(day: string): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return {
    from: isoDay(new Date(Date.UTC(year, month - 2, 1))),
    to: isoDay(new Date(Date.UTC(year, month - 1, 0))),
  };
}

/** What the address asks for; this month when it asks for nothing sensible. */
export function periodIn(query: Record<string, string>, today: string): Period {
  const { from = "", to = "" } = query;
  const asked = { from, to };
  return problemOf(asked) === null ? asked : monthUntil(today);
}

/** Why a period cannot be counted, for the person who typed it; null when it can. */
export function problemOf({ from, to }: Period): string | null {
  if (!DAY.test(from) || !DAY.test(to)) return "いつからいつまでか、両方の日を入れてください。";
  if (from > to) return "「いつまで」は「いつから」と同じ日か、それより後にしてください。";
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (!(days <= DAYS_MAX)) return `一度に数えられるのは${DAYS_MAX}日分までです。`;
  return null;
}

export function addressOf(room: number, { from, to }: Period): string {
  return `/rooms/${room}/views?from=${from}&to=${to}`;
}
