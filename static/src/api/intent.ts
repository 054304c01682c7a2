import { useMemo } from "preact/hooks";
import { useKept } from "../session/use-kept";
import { outcomeUnknown, type Problem } from "./problem";

/**
 * What the user means to do once. A repeat after a lost answer carries the same key, so the server does not do it
 * twice; changed input, or a definite answer, makes it a new intent.
 */
export class Intent {
  private key: string | null = null;
  private fingerprint = "";

  headersFor(body: unknown): { "Idempotency-Key": string } {
    const fingerprint = JSON.stringify(body);
    if (this.key === null || this.fingerprint !== fingerprint) {
      this.key = crypto.randomUUID();
      this.fingerprint = fingerprint;
    }
    return { "Idempotency-Key": this.key };
  }

  answered(problem: Problem | undefined) {
    if (problem === undefined || !outcomeUnknown(problem)) this.key = null;
  }
}

/** For a form that is kept in this tab: after a reload, too, a repeat says that it is one. */
export function useKeptIntent(name: string) {
  const [sent, keep] = useKept<{ key: string; fingerprint: string }>(`intent-${name}`);
  return {
    headersFor(body: unknown): { "Idempotency-Key": string } {
      const fingerprint = JSON.stringify(body);
      if (sent?.fingerprint === fingerprint) return { "Idempotency-Key": sent.key };
      const key = crypto.randomUUID();
      keep({ key, fingerprint });
      return { "Idempotency-Key": key };
    },
    answered(problem: Problem | undefined) {
      if (problem === undefined || !outcomeUnknown(problem)) keep(null);
    },
  };
}

export function useIntent(): Intent {
  return useMemo(() => new Intent(), []);
}
