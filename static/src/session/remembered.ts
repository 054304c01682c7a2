import type { Me } from "../api/types";
import { normalizeLoginId } from "../device-key/login-code";
import { IDLE_LIMIT_MILLISECONDS } from "./idle-limit";

// Shared by the tabs of this browser, and kept over a reload: a locked screen must not open by pressing F5. The login
// ID alone; the name that belongs to it is in the device's key store anyway.
const SIGNED_IN = "tasuki-signed-in";
const LOCKED = "tasuki-locked";
// Who that is and when the device was last touched: without network the app opens for that person again, as long as
// the screen would not have been locked. Nothing of what was read is kept: devices are shared, and get lost.
const PERSON = "tasuki-person";
const TOUCHED = "tasuki-touched";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is switched off: the lock holds in this tab and on the server.
    return null;
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

/** `me` is unknown to a tab that only hears from another one that somebody is back. */
export function rememberSignedIn(loginId: string, me?: Me) {
  write(SIGNED_IN, normalizeLoginId(loginId));
  write(LOCKED, null);
  if (me) write(PERSON, JSON.stringify(me));
}

export function rememberTouched(now: number) {
  write(TOUCHED, String(now));
}

export function rememberLocked() {
  write(LOCKED, "1");
  write(PERSON, null);
}

export function forgetSignedIn() {
  for (const key of [SIGNED_IN, LOCKED, PERSON, TOUCHED]) write(key, null);
}

/**
 * Who was signed in when there was a network: nobody after the end of the session, "idle" when the screen would have
 * been locked by now (R36).
 */
export function rememberedPerson(now: number): Me | "idle" | null {
  const me = personIn(read(PERSON));
  if (me === null || now >= Date.parse(me.expires_at)) return null;
  const touched = Number(read(TOUCHED) ?? 0);
  // A clock that was set back says nothing about how long nobody was there.
  return now - touched < IDLE_LIMIT_MILLISECONDS && touched <= now ? me : "idle";
}

function personIn(text: string | null): Me | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Me;
  } catch {
    return null;
  }
}

export function rememberedLoginId(): string | null {
  return read(SIGNED_IN);
}

export function isRememberedAsLocked(): boolean {
  return read(LOCKED) !== null;
}
