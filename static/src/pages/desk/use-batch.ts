import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { outcomeUnknown, type Problem } from "../../api/problem";
import type { ApplicationSummary } from "../../api/types";

/**
 * `unknown`: the answer was lost, so it may or may not have happened. `waiting`: it has not been asked for yet.
 */
export type OutcomeState = "waiting" | "running" | "done" | "refused" | "unknown";

export interface Outcome {
  item: ApplicationSummary;
  state: OutcomeState;
  problem: Problem | null;
}

export interface Job {
  kind: "accept" | "assign";
  /** One call for one application; a problem when it was not done. */
  work: (item: ApplicationSummary) => Promise<Problem | null>;
}

/** Not about this application but about all that follow: without network or login there is no point in going on. */
export function endsBatch(problem: Problem): boolean {
  return (
    outcomeUnknown(problem) ||
    problem.status === 401 ||
    problem.status === 429 ||
    problem.code === "login_too_old"
  );
}

export interface Batch {
  kind: Job["kind"];
  outcomes: Outcome[];
  running: boolean;
  /** Why it ended before the last: a problem, or the clerk's own wish. */
  ended: Problem | "stopped" | null;
}

/** What is still to be done; it can be taken up again. */
export function remaining(batch: Batch): ApplicationSummary[] {
  return batch.outcomes
    .filter((outcome) => outcome.state === "waiting" || outcome.state === "unknown")
    .map((outcome) => outcome.item);
}

/** Does one application after another, so that each has its own answer and one refusal stops no other. */
export function useBatch(onEnd: (batch: Batch) => void) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const stopping = useRef(false);
  const job = useRef<Job | null>(null);
  const whenEnded = useRef(onEnd);
  whenEnded.current = onEnd;

  // Whoever leaves the page no longer sees what happens, so nothing more must happen.
  useEffect(
    () => () => {
      stopping.current = true;
    },
    [],
  );

  const run = useCallback(async (next: Job, items: ApplicationSummary[], before: Outcome[]) => {
    job.current = next;
    stopping.current = false;
    const todo: Outcome[] = items.map((item) => ({ item, state: "waiting", problem: null }));
    const outcomes = [...before, ...todo];
    let ended: Batch["ended"] = null;
    const show = (running: boolean) => {
      const now: Batch = { kind: next.kind, outcomes: [...outcomes], running, ended };
      setBatch(now);
      return now;
    };
    for (let at = before.length; at < outcomes.length && ended === null; at += 1) {
      const item = outcomes[at]?.item;
      if (item === undefined) break;
      outcomes[at] = { item, state: "running", problem: null };
      show(true);
      const problem = await next.work(item);
      if (problem && endsBatch(problem)) ended = problem;
      outcomes[at] = { item, state: stateAfter(problem), problem };
      if (stopping.current && ended === null && at + 1 < outcomes.length) ended = "stopped";
    }
    whenEnded.current(show(false));
  }, []);

  return {
    batch,
    start: (next: Job, items: ApplicationSummary[]) => run(next, items, []),
    stop: () => {
      stopping.current = true;
    },
    resume: () => {
      if (!batch || batch.running || !job.current) return;
      const settled = batch.outcomes.filter(({ state }) => state === "done" || state === "refused");
      void run(job.current, remaining(batch), settled);
    },
    close: () => setBatch(null),
  };
}

function stateAfter(problem: Problem | null): OutcomeState {
  if (problem === null) return "done";
  if (outcomeUnknown(problem)) return "unknown";
  return endsBatch(problem) ? "waiting" : "refused";
}
