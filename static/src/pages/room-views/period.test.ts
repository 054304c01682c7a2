import { expect, test } from "vitest";
import { monthBefore, monthUntil, periodIn, problemOf } from "./period";

test("the month so far, and the one before it", () => {
  expect(monthUntil("2026-11-26")).toEqual({ from: "2026-11-01", to: "2026-11-26" });
  expect(monthBefore("2026-11-26")).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(monthBefore("2026-01-05")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
});

test("an address that asks for nothing sensible shows this month", () => {
  const november = { from: "2026-11-01", to: "2026-11-26" };
  expect(periodIn({}, "2026-11-26")).toEqual(november);
  expect(periodIn({ from: "2026-12-01", to: "2026-11-01" }, "2026-11-26")).toEqual(november);
  expect(periodIn({ from: "x", to: "2026-11-01" }, "2026-11-26")).toEqual(november);
  const asked = { from: "2026-05-01", to: "2026-05-31" };
  expect(periodIn(asked, "2026-11-26")).toEqual(asked);
});

test("more than a leap year is not counted", () => {
  expect(problemOf({ from: "2024-01-01", to: "2024-12-31" })).toBeNull();
  expect(problemOf({ from: "2025-01-01", to: "2026-01-02" })).toContain("366日");
  expect(problemOf({ from: "", to: "2026-01-02" })).toContain("両方の日");
});
