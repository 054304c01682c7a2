import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { ApplicationStatus } from "../../api/types";
import { useSending } from "../../api/use-sending";

/** Sends a form again; what is typed stays until it has arrived. */
export function useCorrection(load: () => Promise<Asked<{ status: ApplicationStatus }>>, onSent: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const submit = (correct: () => Promise<Asked<unknown>>) =>
    send(async () => {
      const { problem } = await correct();
      const arrived = problem?.status === 409 && (await hasArrived(load));
      setProblem(arrived ? null : (problem ?? null));
      if (!problem || arrived) onSent();
    });
  return { problem, sending, submit };
}

/** Whether it lies at the desk again: then a try whose answer was lost has brought it there. */
async function hasArrived(load: () => Promise<Asked<{ status: ApplicationStatus }>>): Promise<boolean> {
  const { data } = await load();
  return data?.status === "received" || data?.status === "resubmitted";
}
