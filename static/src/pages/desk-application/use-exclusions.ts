import { useMemo } from "preact/hooks";
import type { Application } from "../../api/applications";
import type { DecisionInput } from "../../api/types";
import { useKeptNote } from "../../session/kept-note";

export interface Exclusions {
  /** The reason for each person who is left out, by the place in the form. */
  notes: ReadonlyMap<number, string>;
  set: (person: number, note: string | null) => void;
  clear: () => void;
}

/** Who is left out of an acceptance and why; kept like every other text under way. */
export function useExclusions(receipt: string): Exclusions {
  const [kept, setKept] = useKeptNote(`${receipt}-excluded`);
  const notes = useMemo(() => read(kept), [kept]);
  return {
    notes,
    set: (person, note) => {
      const next = new Map(notes);
      if (note === null) next.delete(person);
      else next.set(person, note);
      setKept(next.size === 0 ? "" : JSON.stringify([...next]));
    },
    clear: () => setKept(""),
  };
}

function read(kept: string): Map<number, string> {
  return kept === "" ? new Map() : new Map(JSON.parse(kept) as [number, string][]);
}

export function excludedInput(notes: Exclusions["notes"]): NonNullable<DecisionInput["excluded"]> {
  return [...notes].map(([person, note]) => ({ person, note: note.trim() }));
}

/** The people of a form who are decided on one by one. The other forms are accepted as a whole or not at all. */
export function peopleOf(detail: Application): string[] {
  return detail.form === 2 || detail.form === 4 || detail.form === 6
    ? detail.content.people.map(({ name }) => name)
    : [];
}
