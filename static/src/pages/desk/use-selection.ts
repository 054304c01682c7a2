import { useMemo, useRef } from "preact/hooks";
import type { ApplicationSummary } from "../../api/types";
import { useKeptNote } from "../../session/kept-note";

export interface Selection {
  /** Those of the list that are chosen, in the order of the list. */
  chosen: ApplicationSummary[];
  has: (receipt: string) => boolean;
  toggle: (receipt: string, withRange: boolean) => void;
  choose: (receipts: string[]) => void;
  leaveOut: (receipts: string[]) => void;
}

/** Chosen rows. They outlive a look into one application and a new sign-in, in this tab only. */
export function useSelection(items: ApplicationSummary[]): Selection {
  const [kept, setKept] = useKeptNote("desk-selection");
  const receipts = useMemo(() => new Set(kept.split(" ").filter(Boolean)), [kept]);
  const last = useRef<string | null>(null);

  const keep = (next: Iterable<string>) => setKept([...next].join(" "));
  return {
    chosen: items.filter((item) => receipts.has(item.receipt_number)),
    has: (receipt) => receipts.has(receipt),
    toggle: (receipt, withRange) => {
      const next = new Set(receipts);
      const range = withRange && last.current ? between(items, last.current, receipt) : [receipt];
      for (const each of range) {
        if (receipts.has(receipt)) next.delete(each);
        else next.add(each);
      }
      last.current = receipt;
      keep(next);
    },
    choose: (chosen) => keep(new Set([...receipts, ...chosen])),
    leaveOut: (left) => {
      const next = new Set(receipts);
      for (const receipt of left) next.delete(receipt);
      keep(next);
    },
  };
}

/** The receipts from one row to another, in either direction; just the second when the first is gone. */
function between(items: ApplicationSummary[], from: string, to: string): string[] {
  const receipts = items.map((item) => item.receipt_number);
  const [start, end] = [receipts.indexOf(from), receipts.indexOf(to)].toSorted((one, other) => one - other);
  return start === undefined || end === undefined || start < 0 ? [to] : receipts.slice(start, end + 1);
}
