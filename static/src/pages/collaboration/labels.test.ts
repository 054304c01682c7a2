import { expect, test } from "vitest";
import { labelOfRoomForm } from "./labels";

test("a summary of errors names the field, or the person", () => {
  expect(labelOfRoomForm("theme_id", [])).toBe("テーマ");
  expect(labelOfRoomForm("people[1].user_id", ["佐藤 美咲", "森 一郎"])).toBe("森 一郎さん");
  expect(labelOfRoomForm("participants[2].login_id", [])).toBe("3人目");
  expect(labelOfRoomForm("people", [])).toBeNull();
});
