import { expect, test } from "vitest";
import { clock, daysLater, minuteOf, span, weekOf } from "./week";

test("a week begins on Monday, over the end of a month and of a year", () => {
  expect(weekOf("2026-11-29")[0]).toBe("2026-11-23");
  expect(weekOf("2026-11-30")[0]).toBe("2026-11-30");
  expect(weekOf("2027-01-01")).toEqual(
    [28, 29, 30, 31].map((day) => `2026-12-${day}`).concat(["2027-01-01", "2027-01-02", "2027-01-03"]),
  );
  expect(daysLater("2028-02-28", 1)).toBe("2028-02-29");
});

test("times of a day are read and written", () => {
  expect([clock(545), span(540, 60), span(1430, 30)]).toEqual(["9:05", "9:00–10:00", "23:50–翌0:20"]);
  expect(["09:05", "9:05", "24:00", "09:60", ""].map(minuteOf)).toEqual([545, 545, null, null, null]);
});
