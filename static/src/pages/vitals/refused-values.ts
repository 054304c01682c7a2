import type { Problem } from "../../api/problem";
import { ALL_KINDS, type VitalKind } from "../../city/vital-words";

/** What the server says of each value; `before` is the part of the path before `readings`. */
export function errorsByKind(
  problem: Problem | null,
  before = "",
): Partial<Record<VitalKind, string | undefined>> {
  const errors: Partial<Record<VitalKind, string>> = {};
  for (const kind of ALL_KINDS) {
    const found = problem?.errors.find(({ field }) => field === `${before}readings.${kind}`);
    if (found) errors[kind] = found.message;
  }
  return errors;
}

/** Whether everything that was refused is only unusual: it is stored once somebody says that it was measured so. */
export function isOnlyUnusual(problem: Problem | null): boolean {
  const errors = problem?.errors ?? [];
  return errors.length > 0 && errors.every(({ code }) => code === "unusual");
}
