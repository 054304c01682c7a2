import { expect, test } from "vitest";
import { tagName, tagNameError } from "./tag-name";

const TAG = { noun: "タグ", limit: 20 };

test("the # that people are used to type is no part of the name", () => {
  expect(tagName(" #褥瘡 ")).toBe("褥瘡");
  expect(tagName("＃ 褥瘡")).toBe("褥瘡");
  expect(tagName("C#")).toBe("C#");
});

test("r28_a name has 1 to 20 characters", () => {
  expect(tagNameError("褥瘡", TAG)).toBeUndefined();
  expect(tagNameError("あ".repeat(20), TAG)).toBeUndefined();
  expect(tagNameError(`#${"𠮷".repeat(20)}`, TAG)).toBeUndefined();
  expect(tagNameError("あ".repeat(21), TAG)).toBe("20文字までにしてください。今は21文字です。");
  expect(tagNameError(" # ", TAG)).toBe("タグの名前を入力してください。");
});
