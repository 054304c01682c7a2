import { expect, test } from "vitest";
import { isKatakana, toKatakana } from "./kana";

test("hiragana and half-width kana become katakana", () => {
  expect(toKatakana("いちかわ はなこ")).toBe("イチカワ ハナコ");
  expect(toKatakana("イチカワ ハナコ")).toBe("イチカワ ハナコ");
  expect(toKatakana(" ゔぃーなす ")).toBe("ヴィーナス");
});

test("kanji are left for the person to mend", () => {
  expect(isKatakana(toKatakana("市川 はなこ"))).toBe(false);
  expect(isKatakana(toKatakana("ジョン・スミス"))).toBe(true);
});
