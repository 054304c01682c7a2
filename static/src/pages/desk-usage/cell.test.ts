import { expect, test } from "vitest";
import { cellInWords, daysInWords, HIDDEN, monthInWords } from "./cell";

test("what is hidden reads as hidden, and nothing is nothing", () => {
  expect(cellInWords({ value: null, hidden: true }, "室")).toBe(HIDDEN);
  expect(cellInWords({ value: 12, hidden: false }, "室")).toBe("12室");
  expect(cellInWords({ value: 0, hidden: false }, "人")).toBe("0人");
});

test("a month is shown in the Japanese era", () => {
  expect(monthInWords("2026-11")).toBe("令和8年11月");
});

test("minutes read as days", () => {
  expect(daysInWords(3600)).toBe("2.5日");
  expect(daysInWords(null)).toBe(HIDDEN);
});
