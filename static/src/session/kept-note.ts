import { useCallback, useState } from "preact/hooks";

const PREFIX = "tasuki-note:";

/**
 * Text under way that must survive a lost session: kept in this tab only, and gone with it. The next person on a
 * shared device never sees it, because signing out removes it.
 */
export function useKeptNote(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(PREFIX + name) ?? "");
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") sessionStorage.removeItem(PREFIX + name);
      else sessionStorage.setItem(PREFIX + name, next);
    },
    [name],
  );
  return [text, change];
}

export function clearKeptNotes() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}
