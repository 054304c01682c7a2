import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useWhenOnline } from "../interface/use-when-online";
import type { Asked } from "./client";
import type { Problem } from "./problem";

export interface Loaded<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => Promise<void>;
  replace: (data: T) => void;
}

/** Loads when `key` changes, and again when the network is back that was missing; an answer that was overtaken by a newer question is dropped. */
export function useLoaded<T>(key: string, load: () => Promise<Asked<T>>): Loaded<T> {
  const [state, setState] = useState<{
    key: string;
    data: T | null;
    problem: Problem | null;
    loading: boolean;
  }>({
    key,
    data: null,
    problem: null,
    loading: true,
  });
  const latest = useRef(0);
  const loadNow = useRef(load);
  loadNow.current = load;

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    setState((before) => ({
      key,
      data: before.key === key ? before.data : null,
      problem: null,
      loading: true,
    }));
    const { data, problem } = await loadNow.current();
    if (mine !== latest.current) return;
    setState((before) => ({ key, data: data ?? before.data, problem: problem ?? null, loading: false }));
  }, [key]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  useWhenOnline(state.problem?.status === 0, reload);

  const replace = useCallback(
    (data: T) => {
      latest.current += 1;
      setState({ key, data, problem: null, loading: false });
    },
    [key],
  );
  return { data: state.data, problem: state.problem, loading: state.loading, reload, replace };
}
