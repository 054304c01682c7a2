import { expect, test } from "vitest";
import { lastDays, periodIn, periodProblem } from "./period";

const NOW = new Date("2026-11-26T15:30:00Z");

test("at first the last thirty days are counted, in Japan's days", () => {
  expect(lastDays(NOW)).toEqual({ from: "2026-10-29", to: "2026-11-27" });
});

test("a period has two ends, in order, and at most 366 days", () => {
  expect(periodProblem({ from: "", to: "2026-11-01" })).toContain("終わりの日");
  expect(periodProblem({ from: "2026-11-02", to: "2026-11-01" })).toContain("前です");
  expect(periodProblem({ from: "2025-11-01", to: "2026-11-01" })).toBeNull();
  expect(periodProblem({ from: "2025-10-31", to: "2026-11-01" })).toContain("366日");
});

test("the address keeps the period; nonsense there does not count", () => {
  expect(periodIn({ from: "2026-04-01", to: "2026-04-30" }, NOW)).toEqual({
    from: "2026-04-01",
    to: "2026-04-30",
  });
  expect(periodIn({ from: "yesterday", to: "2026-04-30" }, NOW)).toEqual(lastDays(NOW));
});
