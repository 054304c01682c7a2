import type { Wish } from "../../api/types";

interface WishState {
  text: string;
  /** As the badge knows it. */
  kind: "" | "done" | "quiet";
}

/** How far the city is with a wish, for the person who sent it. */
export function wishState({ answer, answered_at, tag_id }: Wish): WishState {
  if (tag_id !== null) return { text: "タグができました", kind: "done" };
  if (answered_at !== null) return { text: "回答済み", kind: "quiet" };
  // Somebody else has wished for it after the answer: the city looks at it once more.
  if (answer !== null) return { text: "もう一度検討中", kind: "" };
  return { text: "回答待ち", kind: "" };
}

/** A second wish of one person for the same wording changes nothing; the answer of the server is that of the first. */
export function isKnown(wish: Wish, before: Wish[]): boolean {
  return before.some(({ wording_key }) => wording_key === wish.wording_key);
}
