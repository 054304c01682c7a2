// What fits onto the paper. How many lines a text takes is reckoned from its characters, generously, so that the paper
// never has a second page; what is left out is counted and said, never dropped silently.

/** One entry of a part: a medicine, a contact. */
export interface Entry {
  main: string;
  rest: string;
  /** Said with a link on the screen. */
  phone?: string;
  /** To be seen at once. */
  warning?: boolean;
}

/** A part of the page before it is fitted. */
export interface Part<Key extends string = string> {
  key: Key;
  entries: Entry[];
  /** So many lines are its own, whatever the others need. */
  lines: number;
  /** Entries that were left out before they came here. */
  more?: number;
}

/** What of a part stands on the paper. */
export interface Fitted {
  entries: Entry[];
  /** So many entries are missing. */
  more: number;
  /** The last of the entries ends in the middle. */
  isCut: boolean;
}

/** A line of the note that says what is missing. */
const NOTE_LINES = 1;
const CUT = "…";

/** The width of a text in full-width characters; Latin letters of a proportional font are narrower, and some are not. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[mwMW@%]/.test(character)) width += 0.95;
    else if (/[A-Z]/.test(character)) width += 0.75;
    else width += /[ -~｡-ﾟ]/.test(character) ? 0.6 : 1;
  }
  return width;
}

function linesOf(text: string, characters: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / characters)), 0);
}

export function textOf({ main, rest, phone }: Entry): string {
  return [main, rest, phone].filter(Boolean).join(" ");
}

function heightOf(entries: Entry[], characters: number): number {
  return entries.reduce((sum, entry) => sum + linesOf(textOf(entry), characters), 0);
}

/** Fits the parts of a column into so many lines of so many characters. What one part does not need, the others get, in their order. */
export function fitColumn(parts: Part[], lines: number, characters: number): Map<string, Fitted> {
  // An empty part says so, in a line.
  const needs = parts.map((part) =>
    Math.max(1, heightOf(part.entries, characters) + (part.more ? NOTE_LINES : 0)),
  );
  const given = parts.map((part, at) => Math.min(part.lines, needs[at] ?? 0));
  let spare = lines - given.reduce((sum, one) => sum + one, 0);
  for (const at of parts.keys()) {
    const wanted = Math.max(0, Math.min(spare, (needs[at] ?? 0) - (given[at] ?? 0)));
    given[at] = (given[at] ?? 0) + wanted;
    spare -= wanted;
  }
  return new Map(parts.map((part, at) => [part.key, fitPart(part, given[at] ?? 0, characters)]));
}

function fitPart(part: Part, lines: number, characters: number): Fitted {
  const { entries, more = 0 } = part;
  if (heightOf(entries, characters) + (more > 0 ? NOTE_LINES : 0) <= lines)
    return { entries, more, isCut: false };
  const room = Math.max(0, lines - NOTE_LINES);
  const shown: Entry[] = [];
  let used = 0;
  for (const entry of entries) {
    const height = linesOf(textOf(entry), characters);
    if (used + height > room) break;
    shown.push(entry);
    used += height;
  }
  const next = entries[shown.length];
  // An entry that is longer than a list should be stands here in part: a wish, what to look out for.
  const begun = next && room - used >= 2 ? beginningOf(next, room - used, characters) : null;
  if (begun) shown.push(begun);
  return { entries: shown, more: more + entries.length - shown.length, isCut: begun !== null };
}

/** The beginning of an entry in so many lines. */
function beginningOf(entry: Entry, lines: number, characters: number): Entry | null {
  const whole: Entry = { ...entry, main: entry.main, rest: "" };
  delete whole.phone;
  const text = entry.rest ? `${entry.main} ${entry.rest}` : entry.main;
  let end = 0;
  const letters = [...text];
  while (end < letters.length && linesOf(letters.slice(0, end + 1).join("") + CUT, characters) <= lines)
    end += 1;
  if (end < 8) return null;
  const begun = letters.slice(0, end).join("") + CUT;
  // What stands out stays what stands out.
  const isWhole = begun.startsWith(`${entry.main} `);
  return isWhole ? { ...whole, rest: begun.slice(entry.main.length + 1) } : { ...whole, main: begun };
}
