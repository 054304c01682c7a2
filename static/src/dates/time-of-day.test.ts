import { expect, test } from "vitest";
import { clock, clockTime, minuteOf, span } from "./time-of-day";

test("a time of the day is minutes after midnight, written and read", () => {
  expect([clock(545), span(540, 60), span(1430, 30)]).toEqual(["9:05", "9:00–10:00", "23:50–翌0:20"]);
  expect([clockTime(480), clockTime(1439)]).toEqual(["08:00", "23:59"]);
  expect(["09:05", "9:05", "22:05"].map(minuteOf)).toEqual([545, 545, 1325]);
  for (const typed of ["", "24:00", "09:60", "12:60", "なし", "905"]) expect(minuteOf(typed)).toBeNull();
});
