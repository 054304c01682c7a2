import { expect, test } from "vitest";
import {
  addressOf,
  INBOX,
  keptName,
  type Place,
  placeIn,
  questionOf,
  type Start,
  startIn,
  threadAddress,
  writeAddress,
} from "./places";

const queryOf = (address: string) =>
  Object.fromEntries(new URL(address, "https://x.example").searchParams) as Record<string, string>;

test("where somebody is in the mail is in the address, and comes back from it", () => {
  const place: Place = { box: "city", folder: "archive", words: "褥瘡 軟膏", unread: true };
  expect(placeIn(queryOf(addressOf(place)), "city")).toEqual(place);
  expect(addressOf(INBOX)).toBe("/mail");
  expect(placeIn({}, null)).toEqual(INBOX);
});

test("what makes no sense in the address is not there", () => {
  expect(placeIn({ box: "city", folder: "trash", q: "  ", unread: "1" }, null)).toEqual(INBOX);
  expect(placeIn({ box: "association" }, "city")).toEqual(INBOX);
});

test("the API is asked for what the address says", () => {
  expect(questionOf(INBOX)).toEqual({ box: "mine" });
  const place: Place = { box: "association", folder: "starred", words: "熱", unread: true };
  expect(questionOf(place)).toEqual({ box: "association", folder: "starred", q: "熱", unread: true });
});

test("a thread leads back to the place from which it was opened", () => {
  const place: Place = { box: "city", folder: "sent", words: "熱", unread: false };
  const address = threadAddress(7, place, true);
  expect(address).toMatch(/^\/mail\/threads\/7\?/);
  expect(placeIn(queryOf(address), "city")).toEqual(place);
  expect(queryOf(address).sent).toBe("true");
  expect(threadAddress(7, INBOX)).toBe("/mail/threads/7");
});

test("why something is written is in the address, and comes back from it", () => {
  const starts: Start[] = [
    { kind: "new", box: "mine", to: null, desk: null },
    { kind: "new", box: "city", to: { user_id: 7, name: "山田 花子" }, desk: "association" },
    { kind: "reply", box: "mine", thread: 3, mail: 12 },
    { kind: "reply_all", box: "city", thread: 3, mail: 12 },
    { kind: "forward", box: "mine", thread: 3, mail: 12 },
    { kind: "draft", box: "mine", draft: 5 },
  ];
  for (const start of starts) expect(startIn(queryOf(writeAddress(start)), "city")).toEqual(start);
  expect(new Set(starts.map(keptName)).size).toBe(starts.length);
  expect(startIn({ reply: "12" }, null)).toEqual({ kind: "new", box: "mine", to: null, desk: null });
});
