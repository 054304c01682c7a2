/** A file with a registrant's record, read in the browser: the server takes it in parts, on a line that may break. */
export interface BundleFile {
  /** SHA-256 of the file, in hexadecimal digits. */
  fingerprint: string;
  /** The entry of the Patient: entry 0. */
  patient: string;
  /** All others, in their order: entries 1 and following. */
  others: string[];
  /** How many of each type of resource. */
  kinds: Map<string, number>;
  /** Whose record it says it is. */
  name: string;
  birthDate: string;
}

/** What one request sends. */
export type Part =
  | { entries: string[]; first: number }
  | { text: string; number: number; piece: number; pieces: number };

/** More than any record with its files. */
export const FILE_BYTES_MAX = 500_000_000;
/** Characters of a request; it may have a mebibyte, and a character up to three bytes. */
const PART_CHARACTERS = 300_000;
const ENTRIES_PER_PART = 200;

interface Entry {
  fullUrl?: unknown;
  resource?: { resourceType?: unknown; birthDate?: unknown; name?: { text?: unknown }[] };
}

/** Null: it is not a record. */
export async function readBundle(file: Blob): Promise<BundleFile | null> {
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const fingerprint = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return bundleOf(new TextDecoder().decode(bytes), fingerprint);
}

export function bundleOf(text: string, fingerprint: string): BundleFile | null {
  const entries = entriesOf(text);
  const patient = entries?.find((entry) => entry.resource?.resourceType === "Patient");
  if (!entries || !patient) return null;
  const kinds = new Map<string, number>();
  for (const entry of entries) {
    const kind = String(entry.resource?.resourceType);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const names = Array.isArray(patient.resource?.name) ? patient.resource.name : [];
  return {
    fingerprint,
    patient: JSON.stringify(patient),
    others: entries.filter((entry) => entry !== patient).map((entry) => JSON.stringify(entry)),
    kinds,
    name: String(names[0]?.text ?? ""),
    birthDate: String(patient.resource?.birthDate ?? ""),
  };
}

function entriesOf(text: string): Entry[] | null {
  try {
    const bundle: { resourceType?: unknown; entry?: unknown } | null = JSON.parse(text);
    if (bundle?.resourceType !== "Bundle" || !Array.isArray(bundle.entry)) return null;
    return bundle.entry.every((entry) => typeof entry === "object" && entry !== null) ? bundle.entry : null;
  } catch {
    return null;
  }
}

/** What is still to be sent when so many entries are there, that of the Patient among them. */
export function* partsFrom(others: string[], received: number): Generator<Part> {
  let entries: string[] = [];
  let size = 0;
  let first = received;
  for (let at = Math.max(0, received - 1); at < others.length; at++) {
    const entry = others[at] ?? "";
    const isLarge = entry.length > PART_CHARACTERS;
    const isFull = size + entry.length > PART_CHARACTERS || entries.length === ENTRIES_PER_PART;
    if (entries.length > 0 && (isLarge || isFull)) {
      yield { entries, first };
      entries = [];
      size = 0;
    }
    if (isLarge) {
      yield* piecesOf(entry, at + 1);
      continue;
    }
    if (entries.length === 0) first = at + 1;
    entries.push(entry);
    size += entry.length;
  }
  if (entries.length > 0) yield { entries, first };
}

function* piecesOf(entry: string, number: number): Generator<Part> {
  const pieces: string[] = [];
  for (let from = 0; from < entry.length; ) {
    let to = Math.min(from + PART_CHARACTERS, entry.length);
    // A character of two halves stays whole.
    const last = entry.charCodeAt(to - 1);
    if (to < entry.length && last >= 0xd800 && last < 0xdc00) to -= 1;
    pieces.push(entry.slice(from, to));
    from = to;
  }
  for (const [piece, text] of pieces.entries()) yield { text, number, piece, pieces: pieces.length };
}
