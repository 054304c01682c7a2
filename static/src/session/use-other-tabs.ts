import { useEffect, useRef } from "preact/hooks";
import type { Me } from "../api/types";
import { normalizeLoginId } from "../device-key/login-code";
import { clearKeptNotes } from "./kept-note";
import { onOtherTabs, type TabMessage } from "./other-tabs";
import { rememberSignedIn } from "./remembered";

interface ThisTab {
  me: Me | null;
  locked: boolean;
  cover: () => void;
  uncover: (unlocked: boolean) => void;
  load: () => Promise<void>;
  /** The person of this tab has gone. */
  leave: (to: string) => void;
  /** Somebody else is signed in: what this tab shows is not for that person. */
  changePerson: () => void;
}

/** Locking, unlocking and signing out in one tab holds for all of them. */
export function useOtherTabs(thisTab: ThisTab) {
  const now = useRef(thisTab);
  now.current = thisTab;
  useEffect(() => onOtherTabs((message) => follow(message, now.current)), []);
}

function follow(message: TabMessage, { me, locked, ...tab }: ThisTab) {
  if (message.kind === "locked" && me) tab.cover();
  if (message.kind === "signed_out" && (me || locked)) {
    clearKeptNotes();
    tab.leave("/sign-in?reason=signed_out");
  }
  if (message.kind !== "signed_in") return;
  if (me && normalizeLoginId(me.login_id) !== normalizeLoginId(message.login_id)) {
    clearKeptNotes();
    tab.changePerson();
  } else if (locked) {
    // Storage reaches the other tabs later than a message: what it still says of the lock must not lock all anew.
    rememberSignedIn(message.login_id);
    tab.uncover(true);
    if (me === null) void tab.load();
  }
}
