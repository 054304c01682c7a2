import type { Months } from "../../api/usage";
import { japanDay } from "../../dates/wareki";

/** So many months are shown at first, and so many can be chosen from, as the server allows. */
const MONTHS_SHOWN = 12;
const MONTHS_OFFERED = 36;

/** "2026-11", so many months before it. */
function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + (number - 1) - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The months a clerk can choose, newest first. */
export function offeredMonths(today: Date): string[] {
  const now = japanDay(today).slice(0, 7);
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => monthsBefore(now, back));
}

/** The months in the page's address, or the last twelve: what is no month there is not asked for. */
export function monthsIn(query: Record<string, string>, today: Date): Months {
  const offered = offeredMonths(today);
  const now = offered[0] ?? "";
  const to = offered.includes(query.to ?? "") ? (query.to ?? now) : now;
  const from = offered.includes(query.from ?? "") ? (query.from ?? to) : monthsBefore(to, MONTHS_SHOWN - 1);
  return from <= to ? { from, to } : { from: to, to: from };
}

export function monthsAddress({ from, to }: Months): string {
  return `/desk/usage?from=${from}&to=${to}`;
}

/** When a month begins in Japan, in milliseconds UTC, for the axis of a chart. */
export function monthBegins(month: string): number {
  return Date.parse(`${month}-01T00:00:00+09:00`);
}

/** "2026-04" of a time on that axis. */
export function monthOf(time: number): string {
  return japanDay(new Date(time)).slice(0, 7);
}

/** 4月, and the year where one begins: 2027年1月. Between two months there is nothing to say. */
export function monthTick(time: number): string {
  const day = japanDay(new Date(time));
  const [year, month] = day.split("-").map(Number);
  if (!day.endsWith("-01")) return "";
  return month === 1 ? `${year}年1月` : `${month}月`;
}
