import { useCallback, useMemo } from "preact/hooks";
import { useKeptNote } from "./kept-note";

/**
 * A form under way, kept as its text is by {@link useKeptNote}: in this tab only, until it is sent or the person signs
 * out. Null when there is nothing kept.
 */
export function useKept<T>(name: string): [T | null, (value: T | null) => void] {
  const [text, setText] = useKeptNote(name);
  const value = useMemo(() => parsed<T>(text), [text]);
  const keep = useCallback((next: T | null) => setText(next === null ? "" : JSON.stringify(next)), [setText]);
  return [value, keep];
}

function parsed<T>(text: string): T | null {
  if (text === "") return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    // Kept by an older version of the page.
    return null;
  }
}
