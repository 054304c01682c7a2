import { expect, test } from "vitest";
import { roomNameHint } from "./room-name";

test("r24_a name that says a purpose needs nothing more", () => {
  for (const name of ["褥瘡ケア研修の連絡", "退院調整の部屋", "ACP勉強会", "薬局と訪問看護の連絡会", ""]) {
    expect(roomNameHint(name), name).toBe("");
  }
});

test("r24_a name that only says that it is a room is told what is missing", () => {
  for (const name of [
    "部屋",
    "部屋1",
    "Room 2",
    "テストの部屋",
    "グループチャット",
    "職種連携の部屋",
    "123",
  ]) {
    expect(roomNameHint(name), name).toContain("目的になる言葉を入れてください");
  }
});

test("a name that is too long is told how long it is", () => {
  expect(roomNameHint("研".repeat(61))).toBe("60文字までにしてください。今は61文字です。");
});
