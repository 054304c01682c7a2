import { expect, test } from "vitest";
import { dueState } from "./open-days";
import { dayHeading, japanDay, monthAndDay, timeOfDay, wareki, warekiWithTime } from "./wareki";

test("a day is shown in the Japanese era with its weekday", () => {
  expect(wareki("2026-11-23")).toBe("令和8年11月23日(月)");
});

test("the first year of an era is 元年", () => {
  expect(wareki("2019-05-01")).toBe("令和元年5月1日(水)");
});

test("a UTC time is shown as Japan's day and hour", () => {
  expect(warekiWithTime("2026-11-22T15:30:00Z")).toBe("令和8年11月23日(月) 0:30");
  expect(monthAndDay("2026-11-22T15:30:00Z")).toBe("11月23日(月)");
  expect(japanDay(new Date("2026-11-22T15:30:00Z"))).toBe("2026-11-23");
});

test("the day above messages says how near it is, in Japan", () => {
  const now = new Date("2026-11-22T15:30:00Z");
  expect(dayHeading("2026-11-23", now)).toBe("今日 令和8年11月23日(月)");
  expect(dayHeading("2026-11-22", now)).toBe("昨日 令和8年11月22日(日)");
  expect(dayHeading("2026-11-21", now)).toBe("令和8年11月21日(土)");
  expect(timeOfDay("2026-11-22T15:05:00Z")).toBe("0:05");
});

test("open days left are said in words", () => {
  expect(dueState(null)).toBeNull();
  expect(dueState(3)).toEqual({ text: "あと3開庁日", late: false, soon: false });
  expect(dueState(1)).toEqual({ text: "あと1開庁日", late: false, soon: true });
  expect(dueState(0)).toEqual({ text: "今日まで", late: false, soon: true });
  expect(dueState(-2)).toEqual({ text: "期限超過 2開庁日", late: true, soon: false });
});
