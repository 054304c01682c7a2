import { expect, test } from "vitest";
import { draftOf, emergencyWord, inputOf, isNothing, NOTHING, typedMention, writingOf } from "./writing";

const yamada = { user_id: 7, name: "山田 花子" };
const box = {
  draft: { body: "今日は", reply_to: 3, tags: [2], mentions: [7] },
  mentions: [yamada],
  emergency_words: [],
  is_screened: false,
  body_characters_max: 10_000,
  files_max: 10,
  file_bytes_max: 1,
};

test("what the server kept comes back, and is kept again as it was", () => {
  const writing = writingOf(box);
  expect(writing.mentions).toEqual([yamada]);
  expect(draftOf(writing)).toEqual(box.draft);
  expect(writingOf({ ...box, draft: null })).toEqual(NOTHING);
  expect(isNothing(writing)).toBe(false);
  expect(isNothing(NOTHING)).toBe(true);
});

test("people are asked for 了解 only where it is asked of people", () => {
  const asked = { ...NOTHING, body: "x", confirmBy: [yamada] };
  expect(inputOf({ ...asked, confirm: "named" }).confirm_by).toEqual([7]);
  expect(inputOf({ ...asked, confirm: "all" }).confirm_by).toEqual([]);
  expect(inputOf(asked, "担当者会議のため").acknowledged).toEqual({ need: "担当者会議のため" });
  expect("acknowledged" in inputOf(asked)).toBe(false);
});

test("r22_ a word of an emergency is found whatever its width and syllabary", () => {
  const words = ["至急", "けいれん", "119"];
  expect(emergencyWord("至急お願いします", words)).toBe("至急");
  expect(emergencyWord("ケイレンあり", words)).toBe("けいれん");
  expect(emergencyWord("119に電話", words)).toBe("119");
  expect(emergencyWord("明日の予定です", words)).toBeNull();
});

test("a name after an @ is seen while it is typed", () => {
  expect(typedMention("@やま", 3)).toEqual({ from: 0, name: "やま" });
  expect(typedMention("了解です @", 6)).toEqual({ from: 5, name: "" });
  expect(typedMention("了解です、＠山田", 8)).toEqual({ from: 5, name: "山田" });
  expect(typedMention("a@example.jp", 12)).toBeNull();
  expect(typedMention("@山田 さん", 6)).toBeNull();
});
