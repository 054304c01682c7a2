import { expect, test } from "vitest";
import type { Visit } from "../../api/visits";
import { newVisit, OUTSIDE, typedOf, visitOf } from "./typed-visit";

test("a single visit of a member", () => {
  const visit = visitOf({
    ...newVisit("2026-11-27", "7"),
    kind: "home_nursing",
    start: "9:30",
    weekdays: ["mon"],
  });
  expect(visit).toMatchObject({
    visitor: { user_id: 7 },
    start_minute: 570,
    minutes: 60,
    repeat: null,
    last_day: null,
  });
});

test("a monthly visit takes its day, or its weekday, from the first day", () => {
  const typed = { ...newVisit("2026-12-08", OUTSIDE), name: "町田 望" };
  expect(visitOf({ ...typed, repeat: "month_day" }).repeat).toEqual({ every: "month_day", day: 8 });
  expect(visitOf({ ...typed, repeat: "month_weekday" }).repeat).toEqual({
    every: "month_weekday",
    nth: 2,
    weekday: "tue",
  });
  expect(visitOf(typed).visitor).toMatchObject({ name: "町田 望" });
});

test("what is no time is left to the server to say", () => {
  expect(visitOf(newVisit("", "")).start_minute).toBe(-1);
});

test("what is planned is typed again as it was", () => {
  const planned = {
    visitor: { user_id: 7, name: "山田 花子", profession: "visiting_nurse", organization_name: "" },
    kind: "home_nursing",
    day: "2026-12-07",
    start_minute: 545,
    minutes: 45,
    repeat: { every: "week", weeks: 2, weekdays: ["mon", "thu"] },
    last_day: null,
    note: "創部の処置",
  } as unknown as Visit;
  expect(visitOf(typedOf(planned))).toEqual({
    visitor: { user_id: 7 },
    kind: "home_nursing",
    first_day: "2026-12-07",
    start_minute: 545,
    minutes: 45,
    repeat: { every: "week", weeks: 2, weekdays: ["mon", "thu"] },
    last_day: null,
    note: "創部の処置",
  });
  const outside = { ...planned, visitor: { ...planned.visitor, user_id: null } } as Visit;
  expect(visitOf(typedOf(outside)).visitor).toMatchObject({
    name: "山田 花子",
    profession: "visiting_nurse",
  });
});
