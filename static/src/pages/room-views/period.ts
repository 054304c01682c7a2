import { daysBetween, daysLater, firstOfMonth, isDay } from "../../dates/days";

/** Days "2026-11-23", both included. */
export interface Period {
  from: string;
  to: string;
}

/** The most that the server counts at once. */
export const DAYS_MAX = 366;

/** From the first of the month that contains the day until the day itself. */
export function monthUntil(day: string): Period {
  return { from: firstOfMonth(day), to: day };
}

/** The whole month before the one that contains the day. */
export function monthBefore(day: string): Period {
  return { from: firstOfMonth(day, -1), to: daysLater(firstOfMonth(day), -1) };
}

/** What the address asks for; this month when it asks for nothing sensible. */
export function periodIn(query: Record<string, string>, today: string): Period {
  const { from = "", to = "" } = query;
  const asked = { from, to };
  return problemOf(asked) === null ? asked : monthUntil(today);
}

/** Why a period cannot be counted, for the person who typed it; null when it can. */
export function problemOf({ from, to }: Period): string | null {
  if (!isDay(from) || !isDay(to)) return "いつからいつまでか、両方の日を入れてください。";
  if (from > to) return "「いつまで」は「いつから」と同じ日か、それより後にしてください。";
  if (daysBetween(from, to) >= DAYS_MAX) return `一度に数えられるのは${DAYS_MAX}日分までです。`;
  return null;
}

export function addressOf(room: number, { from, to }: Period): string {
  return `/rooms/${room}/views?from=${from}&to=${to}`;
}
