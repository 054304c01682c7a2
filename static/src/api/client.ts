import createClient from "openapi-fetch";
import { NO_ANSWER, type Problem, problemFrom } from "./problem";
import type { paths } from "./schema";

/** Typed by the server's own description; use it only inside {@link ask}. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  // Looked up at call time so that tests and the browser's own instrumentation can replace it.
  fetch: (request) => fetch(request),
});

export type Asked<T> = { data: T; problem?: undefined } | { data?: undefined; problem: Problem };

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Called when the server says that nobody is signed in any more. */
let whenSignedOut: (code: string) => void = () => {};

export function onSignedOut(listener: (code: string) => void) {
  whenSignedOut = listener;
}

/** Called when the server says that the screen is locked; tells whether it was unlocked, once that is known. */
let whenLocked: () => Promise<boolean> = async () => false;

export function onLocked(listener: () => Promise<boolean>) {
  whenLocked = listener;
}

const SIGNED_OUT = new Set(["not_signed_in", "session_expired"]);

/**
 * Runs one call: an answer, or a problem; never an exception. A call that meets a locked session waits until the
 * person is back and is then made again, so that the page beneath the lock loses nothing.
 */
export async function ask<T>(call: () => Promise<Answered<T>>): Promise<Asked<T>> {
  const asked = await askOnce(call);
  if (asked.problem?.code !== "session_locked") return asked;
  return (await whenLocked()) ? askOnce(call) : asked;
}

/** As {@link ask}, for the calls that lock, unlock and end the session: they cannot wait for the unlocking. */
export async function askOnce<T>(call: () => Promise<Answered<T>>): Promise<Asked<T>> {
  let answered: Answered<T>;
  try {
    answered = await call();
  } catch {
    return { problem: NO_ANSWER };
  }
  if (answered.response.ok) return { data: answered.data as T };
  const problem = problemFrom(answered.response, answered.error);
  if (problem.status === 401 && SIGNED_OUT.has(problem.code)) whenSignedOut(problem.code);
  return { problem };
}
