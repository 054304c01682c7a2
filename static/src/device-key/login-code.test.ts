import { expect, test } from "vitest";
import { formatLoginId, isLoginId, normalizeCode, normalizeLoginId } from "./login-code";

test.each([
  ["abcd-efgh-jkmn", "ABCDEFGHJKMN"],
  ["ABCD EFGH JKMN", "ABCDEFGHJKMN"],
  [" abcd efgh jkmn ", "ABCDEFGHJKMN"],
  ["ABCDーEFGH−JKMN", "ABCDEFGHJKMN"],
  ["a2c4‐e6g8", "A2C4E6G8"],
])("the code %j is read as %s", (typed, code) => {
  expect(normalizeCode(typed)).toBe(code);
});

test("a login ID is accepted with or without hyphen and in full width", () => {
  expect(normalizeLoginId("4827-1935")).toBe("48271935");
  expect(normalizeLoginId("4827ー1935")).toBe("48271935");
  expect(formatLoginId("48271935")).toBe("4827-1935");
  expect(isLoginId("4827 1935")).toBe(true);
  expect(isLoginId("4827-193")).toBe(false);
});

test("what is no login ID is left readable", () => {
  expect(formatLoginId("abc")).toBe("abc");
});
