import { expect, test } from "vitest";
import { daysBetween, daysLater, firstOfMonth, isDay, lastOfMonth, weekOf, weeksOfMonth } from "./days";

test("a week begins on Monday, over the end of a month and of a year", () => {
  expect(weekOf("2026-11-29")[0]).toBe("2026-11-23");
  expect(weekOf("2026-11-30")[0]).toBe("2026-11-30");
  expect(weekOf("2027-01-01")).toEqual(
    [28, 29, 30, 31].map((day) => `2026-12-${day}`).concat(["2027-01-01", "2027-01-02", "2027-01-03"]),
  );
  expect(daysLater("2028-02-28", 1)).toBe("2028-02-29");
  expect([daysBetween("2026-12-31", "2027-01-02"), daysBetween("2026-11-02", "2026-11-01")]).toEqual([2, -1]);
});

test("a month has its first and last day and the weeks it touches", () => {
  expect([firstOfMonth("2026-12-31"), firstOfMonth("2026-12-31", 1), firstOfMonth("2027-01-31", -1)]).toEqual(
    ["2026-12-01", "2027-01-01", "2026-12-01"],
  );
  expect([lastOfMonth("2028-02-01"), lastOfMonth("2026-12-15")]).toEqual(["2028-02-29", "2026-12-31"]);
  const december = weeksOfMonth("2026-12-20");
  expect([december.length, december[0]?.[0], december[4]?.[6]]).toEqual([5, "2026-11-30", "2027-01-03"]);
  // A February of exactly four weeks.
  expect(weeksOfMonth("2027-02-10").length).toBe(4);
});

test("what is no day is none", () => {
  expect(isDay("2028-02-29")).toBe(true);
  for (const text of ["2026-02-30", "2026-13-01", "2026-1-1", "", "today", undefined])
    expect(isDay(text)).toBe(false);
});
