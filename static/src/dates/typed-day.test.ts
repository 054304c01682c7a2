import { expect, test } from "vitest";
import { ageOn } from "./age";
import { typedDay } from "./typed-day";

test.each([
  ["昭和15年3月2日", "1940-03-02"],
  ["昭和 15年 3月 2日", "1940-03-02"],
  ["S15.3.2", "1940-03-02"],
  ["s15/03/02", "1940-03-02"],
  ["大正元年12月1日", "1912-12-01"],
  ["平成1年1月8日", "1989-01-08"],
  ["1940-03-02", "1940-03-02"],
  ["1940年3月2日", "1940-03-02"],
  ["19400302", "1940-03-02"],
])("%s is understood", (typed, day) => {
  expect(typedDay(typed)).toBe(day);
});

test.each(["", "昭和", "15年3月2日", "昭和15年2月30日", "1940-13-01", "3月2日"])("%s is no day", (typed) => {
  expect(typedDay(typed)).toBeNull();
});

test("a year of life is complete on the birthday", () => {
  expect(ageOn("1940-03-02", "2026-03-01")).toBe(85);
  expect(ageOn("1940-03-02", "2026-03-02")).toBe(86);
});
