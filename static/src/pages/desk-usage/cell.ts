import type { Cell } from "../../api/types";

/** A small number could tell who is meant; the server does not even send it. */
export const HIDDEN = "5未満のため非表示";

export function cellInWords(cell: Cell, counter: string): string {
  return cell.hidden || cell.value === null ? HIDDEN : `${cell.value}${counter}`;
}

/** 令和8年11月 as "2026-11" comes. */
export function monthInWords(month: string): string {
  const format = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
    timeZone: "Asia/Tokyo",
    era: "long",
    year: "numeric",
    month: "long",
  });
  return format.format(new Date(`${month}-15T12:00:00+09:00`));
}

const MINUTES_OF_A_DAY = 24 * 60;

/** 2.5日; of fewer than five people nothing is said. */
export function daysInWords(minutes: number | null): string {
  return minutes === null ? HIDDEN : `${(minutes / MINUTES_OF_A_DAY).toFixed(1)}日`;
}
