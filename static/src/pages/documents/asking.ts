import type { Asking } from "../../api/documents";
import { DOCUMENT_ORDERS, type DocumentOrder } from "../../city/document-words";

/** What of the documents is shown, as it stands in the address of the page. */
export interface Shown {
  order: DocumentOrder;
  /** Null: all; 0: those in no folder. */
  folder: number | null;
  words: string;
  unread: boolean;
  withdrawn: boolean;
}

export function shownBy(query: Record<string, string>): Shown {
  const { order = "", folder = "", q = "" } = query;
  return {
    order: order in DOCUMENT_ORDERS ? (order as DocumentOrder) : "newest",
    folder: /^\d{1,15}$/.test(folder) ? Number(folder) : null,
    words: q.slice(0, 100),
    unread: query.unread === "true",
    withdrawn: query.withdrawn === "true",
  };
}

/** The question to the server. */
export function askingOf({ order, folder, words, unread, withdrawn }: Shown): Asking {
  if (withdrawn) return { withdrawn };
  return {
    ...(order === "newest" ? {} : { order }),
    ...(folder === null ? {} : { folder }),
    ...(words === "" ? {} : { q: words }),
    ...(unread ? { unread } : {}),
  };
}

/** An address with the same question. */
export function addressOf(path: string, shown: Shown, more: Record<string, string> = {}): string {
  const asked = Object.entries({ ...askingOf(shown), ...more }).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(asked as [string, string][]).toString();
  return query === "" ? path : `${path}?${query}`;
}
