import { useCallback, useState } from "preact/hooks";

const PREFIX = "tasuki-note:";
/** How often somebody signed out in this tab. */
let signOuts = 0;

/**
 * Text under way that must survive a lost session: kept in this tab only, and gone with it. The next person on a
 * shared device never sees it, because signing out removes it.
 */
export function useKeptNote(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(PREFIX + name) ?? "");
  // A page that is still being left must not write what signing out has just removed.
  const [signOutsBefore] = useState(signOuts);
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (signOuts !== signOutsBefore) return;
      if (next === "") sessionStorage.removeItem(PREFIX + name);
      else sessionStorage.setItem(PREFIX + name, next);
    },
    [name, signOutsBefore],
  );
  return [text, change];
}

export function clearKeptNotes() {
  signOuts += 1;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

/** The names of what is kept in this tab. */
export function keptNoteNames(): string[] {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  return keys.map((key) => key.slice(PREFIX.length));
}
