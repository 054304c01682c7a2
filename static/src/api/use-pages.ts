import { useState } from "preact/hooks";
import type { Asked } from "./client";
import type { Problem } from "./problem";
import { useLoaded } from "./use-loaded";
import { useSending } from "./use-sending";

interface ListPage<Item> {
  items: Item[];
  next?: string | null;
}

/** A list that comes in pages: the first loads by itself, the others when asked for. */
export function usePages<Item>(
  key: string,
  load: (after: string | undefined) => Promise<Asked<ListPage<Item>>>,
) {
  const first = useLoaded(key, () => load(undefined));
  const [moreProblem, setMoreProblem] = useState<Problem | null>(null);
  const [loadingMore, send] = useSending();

  const loadMore = () =>
    send(async () => {
      const before = first.data;
      if (!before?.next) return;
      const { data, problem } = await load(before.next);
      setMoreProblem(problem ?? null);
      if (data) first.replace({ items: [...before.items, ...data.items], next: data.next ?? null });
    });

  /** Loads further pages until the end or until so many items are there. */
  const loadUpTo = async (itemsMax: number): Promise<void> => {
    let page = first.data ?? { items: [] };
    while (page.next && page.items.length < itemsMax) {
      const { data, problem } = await load(page.next);
      setMoreProblem(problem ?? null);
      if (!data) break;
      page = { items: [...page.items, ...data.items], next: data.next ?? null };
      first.replace(page);
    }
  };

  return {
    items: first.data?.items ?? null,
    hasMore: Boolean(first.data?.next),
    problem: first.problem ?? moreProblem,
    loading: first.loading,
    loadingMore,
    reload: first.reload,
    loadMore,
    loadUpTo: (itemsMax: number) => send(() => loadUpTo(itemsMax)),
    replaceItems: (items: Item[]) => first.replace({ items, next: first.data?.next ?? null }),
  };
}
