import { daysLater } from "./days";

// Japan's dates whatever the clock of the device says: the city and its open days live in Japan time.
const JAPAN = "Asia/Tokyo";
const WAREKI = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  timeZone: JAPAN,
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: "short",
});
const MONTH_AND_DAY = new Intl.DateTimeFormat("ja-JP", {
  timeZone: JAPAN,
  month: "long",
  day: "numeric",
  weekday: "short",
});
const TIME = new Intl.DateTimeFormat("ja-JP", { timeZone: JAPAN, hour: "numeric", minute: "2-digit" });
const ISO_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: JAPAN });

/** A day "2026-11-23" stands for noon in Japan, a time for itself. */
function instant(dayOrTime: string): Date {
  return new Date(dayOrTime.length === 10 ? `${dayOrTime}T12:00:00+09:00` : dayOrTime);
}

/** 令和8年11月23日(月) */
export function wareki(dayOrTime: string): string {
  return WAREKI.format(instant(dayOrTime)).replace("(", "(").replace(")", ")");
}

/** 令和8年11月23日(月) 14:00 */
export function warekiWithTime(time: string): string {
  return `${wareki(time)} ${TIME.format(instant(time))}`;
}

/** 11月23日(月), for tables where the year is plain. */
export function monthAndDay(dayOrTime: string): string {
  return MONTH_AND_DAY.format(instant(dayOrTime)).replace("(", "(").replace(")", ")");
}

/** The day in Japan as "2026-11-23". */
export function japanDay(time: Date): string {
  return ISO_DAY.format(time);
}

/** 14:05, in Japan. */
export function timeOfDay(time: string): string {
  return TIME.format(instant(time));
}

/** 今日 令和8年11月23日(月): a day above what was written on it. */
export function dayHeading(day: string, now: Date): string {
  const today = japanDay(now);
  const near = day === today ? "今日 " : day === daysLater(today, -1) ? "昨日 " : "";
  return near + wareki(day);
}
