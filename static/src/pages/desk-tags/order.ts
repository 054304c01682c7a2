import type { Problem } from "../../api/problem";
import type { Tag } from "../../api/types";

export function isOffered(tag: Tag): boolean {
  return tag.retired_at === null;
}

/** The order after one has moved by so many places; the same order where there is no such place. */
export function moved(order: number[], tag: number, by: number): number[] {
  const from = order.indexOf(tag);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  return order.toSpliced(from, 1).toSpliced(to, 0, tag);
}

/** The tags in this order; those that it does not name follow as they stood. */
export function inOrder(tags: Tag[], order: number[]): Tag[] {
  const place = new Map(order.map((tag, at) => [tag, at]));
  const placeOf = (tag: Tag) => place.get(tag.tag_id) ?? order.length;
  return tags.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Somebody else has changed the set, so that an order made from the old one is none (409). */
export function isOutdated(problem: Problem): boolean {
  return problem.status === 409;
}

/** After the list has been loaded again the server's advice to load it would mislead. */
export function outdatedInWords(problem: Problem, noun: string): Problem {
  return {
    ...problem,
    title: `ほかの職員が${noun}を変えたので、読み込み直しました。`,
    detail: "今の並びを確かめて、もう一度動かしてください。",
  };
}

/** Puts an order; a problem when it was refused. */
type Put = (order: number[]) => Promise<Problem | undefined>;

/**
 * Sends one order after the other, since people press faster than the city answers. A refusal takes back its own move
 * and those that were made on top of it.
 */
export class OrderQueue {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  private refusals = 0;
  private confirmed: number[] = [];

  constructor(private readonly put: Put) {}

  /** Resolves with null when the order stands or was taken back with an earlier one. */
  add(before: number[], after: number[]): Promise<{ problem: Problem; confirmed: number[] } | null> {
    if (this.waiting === 0) this.confirmed = before;
    this.waiting += 1;
    const { refusals } = this;
    const result = this.last.then(async () => {
      const problem = refusals === this.refusals ? await this.put(after) : undefined;
      this.waiting -= 1;
      if (problem) {
        this.refusals += 1;
        return { problem, confirmed: this.confirmed };
      }
      if (refusals === this.refusals) this.confirmed = after;
      return null;
    });
    this.last = result.then(() => {});
    return result;
  }
}
