import { expect, test } from "vitest";
import { addressOf, conditionsIn, isNarrowed, isSearch, NO_CONDITIONS, questionOf } from "./conditions";

const all = {
  words: "褥瘡 軟膏",
  room: 3,
  author: 7,
  authorName: "山田 花子",
  tag: 2,
  from: "2026-11-01",
  to: "2026-11-30",
  hasFile: true,
};

test("what is looked for is in the address, and comes back from it", () => {
  const query = Object.fromEntries(new URL(addressOf(all), "https://x.example").searchParams);
  expect(conditionsIn(query)).toEqual(all);
  expect(addressOf(NO_CONDITIONS)).toBe("/search");
});

test("what makes no sense in the address is not there", () => {
  const typed = {
    q: "  ",
    room: "0",
    author: "x",
    author_name: "だれか",
    tag: "-1",
    from: "昨日",
    has_file: "1",
  };
  expect(conditionsIn(typed)).toEqual(NO_CONDITIONS);
});

test("one condition is enough for a search", () => {
  expect(isSearch(NO_CONDITIONS)).toBe(false);
  expect(isSearch({ ...NO_CONDITIONS, words: "熱" })).toBe(true);
  expect(isSearch({ ...NO_CONDITIONS, hasFile: true })).toBe(true);
  expect(isNarrowed({ ...NO_CONDITIONS, words: "熱" })).toBe(false);
  expect(isNarrowed(all)).toBe(true);
  expect(questionOf({ ...NO_CONDITIONS, words: " 熱 " })).toEqual({ q: "熱" });
});
