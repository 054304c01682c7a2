import { expect, it } from "vitest";
import { checkedNow, reasonsFor, toggled, withReason } from "./room-check-words";

const LINES = [
  { check: "purpose_clear" as const, checked_at: "2026-06-01T00:00:00Z" },
  { check: "name_says_purpose" as const, checked_at: null },
  { check: "no_duplicate" as const, checked_at: null },
];

it("a pressed line changes and the others stay", () => {
  expect(checkedNow(LINES)).toEqual(["purpose_clear"]);
  expect(toggled(["purpose_clear"], "no_duplicate")).toEqual(["purpose_clear", "no_duplicate"]);
  expect(toggled(["purpose_clear", "no_duplicate"], "purpose_clear")).toEqual(["no_duplicate"]);
});

it("offers a sentence for each line that is open", () => {
  expect(reasonsFor(LINES)).toHaveLength(2);
  expect(reasonsFor(LINES)[0]).toContain("部屋の名前");
});

it("adds a sentence once, below what was written", () => {
  const [reason = ""] = reasonsFor(LINES);
  expect(withReason("", reason)).toBe(reason);
  const twice = withReason(withReason("お手数ですが。", reason), reason);
  expect(twice).toBe(`お手数ですが。\n${reason}`);
});
