import { expect, test } from "vitest";
import { NO_ANSWER, type Problem } from "../../api/problem";
import type { Tag } from "../../api/types";
import { inOrder, isOutdated, moved, OrderQueue, outdatedInWords } from "./order";

const OUTDATED: Problem = { ...NO_ANSWER, status: 409, code: "changed_meanwhile" };

function tag(tag_id: number): Tag {
  return { tag_id, name: `タグ${tag_id}`, retired_at: null };
}

test("a tag moves up and down, and not over the ends", () => {
  expect(moved([1, 2, 3], 2, -1)).toEqual([2, 1, 3]);
  expect(moved([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
  expect(moved([1, 2, 3], 1, -1)).toEqual([1, 2, 3]);
  expect(moved([1, 2, 3], 3, 1)).toEqual([1, 2, 3]);
  expect(moved([1, 2, 3], 9, 1)).toEqual([1, 2, 3]);
});

test("tags that an order does not name follow as they stood", () => {
  const ids = inOrder([tag(1), tag(2), tag(3), tag(4)], [3, 1]).map(({ tag_id }) => tag_id);
  expect(ids).toEqual([3, 1, 2, 4]);
});

/** A city that answers when the test says so. */
function queue() {
  const sent: number[][] = [];
  const answers: ((problem: Problem | undefined) => void)[] = [];
  const orders = new OrderQueue((order) => {
    sent.push(order);
    return new Promise((resolve) => answers.push(resolve));
  });
  const answer = async (problem?: Problem) => {
    answers.shift()?.(problem);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { orders, sent, answer, begin: () => answer() };
}

test("r28_orders are sent one after the other, each once", async () => {
  const { orders, sent, answer, begin } = queue();
  const first = orders.add([1, 2, 3], [2, 1, 3]);
  const second = orders.add([2, 1, 3], [2, 3, 1]);
  await begin();
  expect(sent).toEqual([[2, 1, 3]]);
  await answer();
  expect(sent).toEqual([
    [2, 1, 3],
    [2, 3, 1],
  ]);
  await answer();
  expect(await Promise.all([first, second])).toEqual([null, null]);
});

test("r28_a refusal leads back to the last order that the city has, and later moves are not sent", async () => {
  const { orders, sent, answer, begin } = queue();
  const first = orders.add([1, 2, 3], [2, 1, 3]);
  const second = orders.add([2, 1, 3], [2, 3, 1]);
  const third = orders.add([2, 3, 1], [3, 2, 1]);
  await begin();
  await answer();
  await answer(OUTDATED);
  expect(sent).toHaveLength(2);
  expect(await Promise.all([first, second, third])).toEqual([
    null,
    { problem: OUTDATED, confirmed: [2, 1, 3] },
    null,
  ]);
  const next = orders.add([2, 1, 3], [1, 2, 3]);
  await begin();
  await answer();
  expect(await next).toBeNull();
  expect(sent.at(-1)).toEqual([1, 2, 3]);
});

test("an outdated order is told as what it is", () => {
  expect(isOutdated(OUTDATED)).toBe(true);
  expect(isOutdated(NO_ANSWER)).toBe(false);
  expect(outdatedInWords(OUTDATED, "タグ").title).toContain("読み込み直しました");
});
