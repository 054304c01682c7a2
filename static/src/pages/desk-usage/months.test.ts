import { expect, test } from "vitest";
import { monthBegins, monthOf, monthsAddress, monthsIn, monthTick, offeredMonths } from "./months";

const TODAY = new Date("2027-01-31T15:30:00Z"); // the first of February in Japan

test("three years of months can be chosen, the present one first", () => {
  const months = offeredMonths(TODAY);
  expect([months.length, months[0], months[1], months[35]]).toEqual([36, "2027-02", "2027-01", "2024-03"]);
});

test("without an address the last twelve months are shown, and what is no month is not asked for", () => {
  const year = { from: "2026-03", to: "2027-02" };
  expect(monthsIn({}, TODAY)).toEqual(year);
  expect(monthsIn({ from: "yesterday", to: "2999-01" }, TODAY)).toEqual(year);
});

test("an address names its months, in whatever order", () => {
  const months = { from: "2026-04", to: "2026-09" };
  expect(monthsIn(months, TODAY)).toEqual(months);
  expect(monthsIn({ from: months.to, to: months.from }, TODAY)).toEqual(months);
  expect(monthsAddress(months)).toBe("/desk/usage?from=2026-04&to=2026-09");
});

test("a month stands on the axis where it begins in Japan", () => {
  expect(monthOf(monthBegins("2026-04"))).toBe("2026-04");
  expect(monthTick(monthBegins("2026-04"))).toBe("4月");
  expect(monthTick(monthBegins("2027-01"))).toBe("2027年1月");
  expect(monthTick(monthBegins("2026-04") + 24 * 60 * 60 * 1000)).toBe("");
});
