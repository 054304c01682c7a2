import { normalizeLoginId } from "../device-key/login-code";

// Shared by the tabs of this browser, and kept over a reload: a locked screen must not open by pressing F5. The login
// ID alone; the name that belongs to it is in the device's key store anyway.
const SIGNED_IN = "tasuki-signed-in";
const LOCKED = "tasuki-locked";

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

export function rememberSignedIn(loginId: string) {
  write(SIGNED_IN, normalizeLoginId(loginId));
  write(LOCKED, null);
}

export function rememberLocked() {
  write(LOCKED, "1");
}

export function forgetSignedIn() {
  write(SIGNED_IN, null);
  write(LOCKED, null);
}

export function rememberedLoginId(): string | null {
  return read(SIGNED_IN);
}

export function isRememberedAsLocked(): boolean {
  return read(LOCKED) !== null;
}
