import { expect, test } from "vitest";
import { daysOf, headingOf, moved, queryOf, type Shown, shownIn } from "./calendar-address";

const TODAY = "2026-11-26";

test("what the address asks for is shown, and what it does not know is the usual", () => {
  expect(shownIn({}, TODAY)).toEqual({ day: TODAY, view: "week", byProfession: false });
  expect(shownIn({ day: "2026-02-30", view: "year", by: "x" }, TODAY)).toEqual(shownIn({}, TODAY));
  const asked: Shown = { day: "2026-12-31", view: "month", byProfession: true };
  const again = shownIn(Object.fromEntries(new URLSearchParams(queryOf(asked))), TODAY);
  expect(again).toEqual(asked);
  expect(queryOf(shownIn({}, TODAY))).toBe("day=2026-11-26");
});

test("a day, a week, a month: their days, what comes before and after, and what they are called", () => {
  const month: Shown = { day: "2026-12-31", view: "month", byProfession: false };
  expect(daysOf(month)).toHaveLength(35);
  expect([moved(month, 1).day, moved(month, -1).day]).toEqual(["2027-01-01", "2026-11-01"]);
  expect(headingOf(month)).toBe("令和8年12月");
  const week: Shown = { ...month, view: "week" };
  expect([daysOf(week)[0], moved(week, 1).day]).toEqual(["2026-12-28", "2027-01-07"]);
  expect(headingOf(week)).toBe("12月28日(月)から1月3日(日)");
  const day: Shown = { ...month, view: "day" };
  expect([daysOf(day), moved(day, 1).day]).toEqual([["2026-12-31"], "2027-01-01"]);
});
