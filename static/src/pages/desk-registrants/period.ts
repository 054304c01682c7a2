import { japanDay } from "../../dates/wareki";

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** As far as the server counts. */
export const PERIOD_DAYS_MAX = 366;
const DAYS_AT_FIRST = 30;

/** Whole days in Japan, both included. */
export interface Period {
  from: string;
  to: string;
}

/** The last thirty days, today included. */
export function lastDays(now: Date): Period {
  const first = new Date(now.getTime() - (DAYS_AT_FIRST - 1) * DAY_MILLISECONDS);
  return { from: japanDay(first), to: japanDay(now) };
}

/** Why this is no period, in words for the field `to`; null when it is one. */
export function periodProblem({ from, to }: Period): string | null {
  if (!from || !to) return "始まりの日と終わりの日を入れてください。";
  if (from > to) return "始まりの日より前です。";
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS + 1;
  return days > PERIOD_DAYS_MAX ? `期間は${PERIOD_DAYS_MAX}日までです。` : null;
}

/** From the address; nonsense there is the last thirty days. */
export function periodIn(query: Record<string, string>, now: Date): Period {
  const isDay = (day: string | undefined) => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day);
  const period = { from: query.from ?? "", to: query.to ?? "" };
  return isDay(query.from) && isDay(query.to) && periodProblem(period) === null ? period : lastDays(now);
}
