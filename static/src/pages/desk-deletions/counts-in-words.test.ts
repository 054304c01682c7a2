import { expect, test } from "vitest";
import { countsInWords } from "./counts-in-words";

test("what was deleted is counted in words, without what nobody ever read", () => {
  expect(countsInWords({ applications: 2, registrants: 1, consents: 0, registrant_words: 1 })).toBe(
    "申請書 2件、登録者の台帳 1件",
  );
  expect(countsInWords({ messages: 12 })).toBe("messages 12件");
  expect(countsInWords({})).toBe("なし");
});
