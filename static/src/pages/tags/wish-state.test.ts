import { expect, test } from "vitest";
import type { Wish } from "../../api/types";
import { isKnown, wishState } from "./wish-state";

const WAITING: Wish = {
  wording_key: "褥瘡",
  wording: "褥瘡",
  wishes: 1,
  first_at: "2026-11-26T03:34:00Z",
  last_at: "2026-11-26T03:34:00Z",
  answer: null,
  answered_at: null,
  tag_id: null,
};
const ANSWERED: Wish = {
  ...WAITING,
  answer: "「皮膚」を使ってください。",
  answered_at: "2026-11-27T03:34:00Z",
};

test("r28_the person sees how far the city is", () => {
  expect(wishState(WAITING).text).toBe("回答待ち");
  expect(wishState(ANSWERED).text).toBe("回答済み");
  expect(wishState({ ...ANSWERED, tag_id: 3 }).text).toBe("タグができました");
});

test("r28_a wish that was asked for again after its answer is looked at once more", () => {
  expect(wishState({ ...ANSWERED, answered_at: null }).text).toBe("もう一度検討中");
});

test("a wish that was sent before is known by its wording", () => {
  expect(isKnown(WAITING, [])).toBe(false);
  expect(isKnown({ ...WAITING, wording: "じょくそう" }, [WAITING])).toBe(true);
  expect(isKnown({ ...WAITING, wording_key: "服薬" }, [WAITING])).toBe(false);
});
