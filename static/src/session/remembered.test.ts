import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Me } from "../api/types";
import { IDLE_LIMIT_MILLISECONDS } from "./idle-limit";
import {
  forgetSignedIn,
  rememberedPerson,
  rememberLocked,
  rememberSignedIn,
  rememberTouched,
} from "./remembered";

const NOW = Date.parse("2026-04-01T10:00:00Z");
const NURSE = { login_id: "4827-1935", name: "高橋 陽子", expires_at: "2026-04-01T20:00:00Z" } as Me;

describe("who is here without network", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    rememberSignedIn(NURSE.login_id, NURSE);
    rememberTouched(NOW);
  });

  it("is whoever was signed in, as long as the screen would not have been locked", () => {
    expect(rememberedPerson(NOW)).toEqual(NURSE);
    expect(rememberedPerson(NOW + IDLE_LIMIT_MILLISECONDS - 1)).toEqual(NURSE);
    expect(rememberedPerson(NOW + IDLE_LIMIT_MILLISECONDS)).toBe("idle");
    // The clock was set back: nobody knows for how long the device lay there.
    expect(rememberedPerson(NOW - 1)).toBe("idle");
  });

  it("is nobody after the lock, the end of the session, or signing out", () => {
    expect(rememberedPerson(Date.parse(NURSE.expires_at))).toBeNull();
    rememberLocked();
    expect(rememberedPerson(NOW)).toBeNull();
    rememberSignedIn(NURSE.login_id, NURSE);
    forgetSignedIn();
    expect(rememberedPerson(NOW)).toBeNull();
  });
});
