import type { Finding } from "../../api/messages";

/** A piece of a text, with what was found there. */
export interface Piece {
  text: string;
  finding: Finding | null;
}

/**
 * The text cut at its findings. The server counts Unicode scalar values and JavaScript UTF-16 units: an emoji before a
 * name would move the mark. Of findings that overlap the first one is marked.
 */
export function piecesOf(text: string, findings: Finding[]): Piece[] {
  const letters = Array.from(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of [...findings].sort((one, other) => one.start - other.start)) {
    if (finding.start < at || finding.end > letters.length) continue;
    if (finding.start > at) pieces.push({ text: letters.slice(at, finding.start).join(""), finding: null });
    pieces.push({ text: letters.slice(finding.start, finding.end).join(""), finding });
    at = finding.end;
  }
  if (at < letters.length) pieces.push({ text: letters.slice(at).join(""), finding: null });
  return pieces;
}

/** The text with what is suggested in the place of a finding. */
export function reworded(text: string, finding: Finding): string {
  if (finding.suggestion === null) return text;
  const letters = Array.from(text);
  return [...letters.slice(0, finding.start), finding.suggestion, ...letters.slice(finding.end)].join("");
}

/** A piece of a text, and whether it is one that was searched for. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** The text cut at the places where the words of a search stand. */
export function markedPieces(text: string, marks: number[][]): MarkedPiece[] {
  const letters = Array.from(text);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of marks) {
    if (start > at) pieces.push({ text: letters.slice(at, start).join(""), marked: false });
    pieces.push({ text: letters.slice(start, end).join(""), marked: true });
    at = end;
  }
  if (at < letters.length) pieces.push({ text: letters.slice(at).join(""), marked: false });
  return pieces;
}
