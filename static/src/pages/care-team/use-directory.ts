import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { type DirectoryPerson, searchDirectory } from "../../api/support";
import type { Profession } from "../../api/types";
import { useSending } from "../../api/use-sending";

const DELAY_MILLISECONDS = 300;
const RESULTS = 20;

export interface DirectorySearch {
  text: string;
  profession: Profession | "";
  organizationId: number | null;
}

export const NO_SEARCH: DirectorySearch = { text: "", profession: "", organizationId: null };

export function isSearch(search: DirectorySearch): boolean {
  return search.text.trim() !== "" || search.profession !== "" || search.organizationId !== null;
}

function queryOf({ text, profession, organizationId }: DirectorySearch) {
  return {
    limit: RESULTS,
    ...(text.trim() ? { query: text.trim() } : {}),
    ...(profession ? { profession } : {}),
    ...(organizationId === null ? {} : { organization_id: organizationId }),
  };
}

interface Found {
  people: DirectoryPerson[];
  next: string | null;
}

/** Asks when the typing pauses; an answer to an older question is dropped. */
export function useDirectory(search: DirectorySearch) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(0);
  const [loadingMore, send] = useSending();
  const key = JSON.stringify(search);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what the search says; asking again counts up
  useEffect(() => {
    setFound(null);
    setProblem(null);
    if (!isSearch(search)) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { data, problem } = await searchDirectory(queryOf(search));
      if (!current) return;
      setFound(data ? { people: data.items, next: data.next } : null);
      setProblem(problem ?? null);
    }, DELAY_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, asked]);

  const loadMore = () =>
    send(async () => {
      const before = found;
      if (!before?.next) return;
      const { data, problem } = await searchDirectory({ ...queryOf(search), after: before.next });
      setProblem(problem ?? null);
      if (!data) return;
      // Only when no other search has begun meanwhile.
      setFound((now) =>
        now === before ? { people: [...before.people, ...data.items], next: data.next } : now,
      );
    });

  return { found, problem, again: () => setAsked(asked + 1), loadingMore, loadMore };
}
