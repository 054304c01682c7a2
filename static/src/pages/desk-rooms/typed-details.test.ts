import { expect, test } from "vitest";
import type { RegisteredRoom } from "../../api/types";
import { typedDetails } from "./typed-details";

const room = {
  room_id: 7,
  name: "褥瘡ケア研修の連絡",
  purpose: "研修の日程を知らせ合います。",
  theme_id: 2,
  scope: "訪問看護師",
  visibility: "listed",
  member_count: 12,
} as RegisteredRoom;

test("starts from the register, with nothing that cannot be changed", () => {
  expect(typedDetails(room, "")).toEqual({
    name: "褥瘡ケア研修の連絡",
    purpose: "研修の日程を知らせ合います。",
    theme_id: 2,
    scope: "訪問看護師",
    visibility: "listed",
  });
});

test("what was typed before the session ended is there again", () => {
  const typed = typedDetails(room, JSON.stringify({ name: "褥瘡ケア研修(春)の連絡", theme_id: null }));
  expect(typed).toMatchObject({ name: "褥瘡ケア研修(春)の連絡", theme_id: null, scope: "訪問看護師" });
});
