import type { SearchQuery } from "../../api/message-search";

/** What is looked for; it lives in the address, so that a reload, a link and the back button keep it. */
export interface Conditions {
  words: string;
  room: number | null;
  author: number | null;
  /** So that the chip has its name again after a reload. */
  authorName: string;
  tag: number | null;
  from: string;
  to: string;
  hasFile: boolean;
}

export const NO_CONDITIONS: Conditions = {
  words: "",
  room: null,
  author: null,
  authorName: "",
  tag: null,
  from: "",
  to: "",
  hasFile: false,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS_MAX = 100;

/** Reads the address; what makes no sense there is as if it were not there. */
export function conditionsIn(query: Record<string, string>): Conditions {
  const number = (typed: string | undefined) => (/^[1-9]\d{0,14}$/.test(typed ?? "") ? Number(typed) : null);
  const day = (typed: string | undefined) => (DAY.test(typed ?? "") ? (typed ?? "") : "");
  const author = number(query.author);
  return {
    words: (query.q ?? "").trim().slice(0, WORDS_MAX),
    room: number(query.room),
    author,
    authorName: author === null ? "" : (query.author_name ?? ""),
    tag: number(query.tag),
    from: day(query.from),
    to: day(query.to),
    hasFile: query.has_file === "true",
  };
}

export function addressOf(conditions: Conditions): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(questionOf(conditions))) parameters.set(name, String(value));
  if (conditions.author !== null) parameters.set("author_name", conditions.authorName);
  return parameters.size > 0 ? `/search?${parameters}` : "/search";
}

/** The same as the API asks for it. */
export function questionOf({ words, room, author, tag, from, to, hasFile }: Conditions): SearchQuery {
  return {
    ...(words.trim() ? { q: words.trim() } : {}),
    ...(room === null ? {} : { room }),
    ...(author === null ? {} : { author }),
    ...(tag === null ? {} : { tag }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(hasFile ? { has_file: true } : {}),
  };
}

export function isSearch(conditions: Conditions): boolean {
  return Object.keys(questionOf(conditions)).length > 0;
}

/** Whether anything besides the words narrows the search. */
export function isNarrowed(conditions: Conditions): boolean {
  return isSearch({ ...conditions, words: "" });
}
