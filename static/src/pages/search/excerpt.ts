import { type MarkedPiece, markedPieces } from "../timeline/scalars";

/** So much of a long message is shown, in characters, and so much of it before the first hit. */
const SHOWN = 200;
const BEFORE = 40;

/** The part of a message around the first place that was found, with the places in it; … where something is left out. */
export function excerpt(body: string, marks: number[][]): MarkedPiece[] {
  const letters = Array.from(body);
  if (letters.length <= SHOWN) return markedPieces(body, marks);
  const first = marks[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - BEFORE, letters.length - SHOWN));
  const end = start + SHOWN;
  const within = marks
    .filter(([from = 0]) => from >= start && from < end)
    .map(([from = 0, to = 0]) => [from - start, Math.min(to, end) - start]);
  const pieces = markedPieces(letters.slice(start, end).join(""), within);
  return [
    ...(start > 0 ? [{ text: "…", marked: false }] : []),
    ...pieces,
    ...(end < letters.length ? [{ text: "…", marked: false }] : []),
  ];
}
