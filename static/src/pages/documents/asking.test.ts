import { expect, test } from "vitest";
import { addressOf, shownBy } from "./asking";

test("what is shown stands in the address and is read back from it", () => {
  const shown = { order: "title", folder: 0, words: "指示 書", unread: true, withdrawn: false } as const;
  const address = addressOf("/rooms/3/documents", shown);
  const query = Object.fromEntries(new URL(address, "http://localhost").searchParams);
  expect(shownBy(query)).toEqual(shown);
});

test("without anything asked for, the address is plain, and nonsense asks for nothing", () => {
  const all = shownBy({ order: "size", folder: "x", unread: "1" });
  expect(all).toEqual({ order: "newest", folder: null, words: "", unread: false, withdrawn: false });
  expect(addressOf("/rooms/3/documents", all)).toBe("/rooms/3/documents");
  expect(addressOf("/rooms/3/documents/5", all, { version: "2" })).toBe("/rooms/3/documents/5?version=2");
  expect(addressOf("/x", { ...all, words: "a", withdrawn: true })).toBe("/x?withdrawn=true");
});
