/** A piece of a text: words, or an address that can be followed. */
export interface TextPiece {
  text: string;
  href: string | null;
}

/** Japanese text runs on without a blank, so an address ends where its letters end. */
const ADDRESS = /https?:\/\/[\w\-./?%&=+#~:;,@!$'*()[\]]+/g;
/** What ends a sentence rather than an address. */
const SENTENCE_END = /[.,;:!?'*)\]]+$/;

/** The text cut at the addresses within. Only http and https: nothing that a page could run. */
export function linkedPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = match[0].replace(SENTENCE_END, "");
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), href: null });
    pieces.push({ text: href, href });
    at = match.index + href.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), href: null });
  return pieces;
}
