import { useRef } from "preact/hooks";
import { decideApplication, loadApplication } from "../../api/applications";
import { Intent } from "../../api/intent";
import { outcomeUnknown, type Problem } from "../../api/problem";
import type { ApplicationSummary, DecisionInput, Me } from "../../api/types";
import { useFreshSignIn } from "../../session/fresh-sign-in";

/**
 * Accepts one application. When the answer was lost, by the page or unnoticed by a browser that asked again by itself,
 * the repetition meets what the first call did: then it was this clerk's own acceptance, and no refusal.
 */
export function useAccepting(me: Me): (item: ApplicationSummary) => Promise<Problem | null> {
  const freshly = useFreshSignIn();
  const doubtful = useRef(new Map<string, Intent>());

  return async (item) => {
    const receipt = item.receipt_number;
    const intent = doubtful.current.get(receipt) ?? new Intent();
    const body: DecisionInput = { decision: "accept", version: item.version };
    const { problem } = await freshly(() => decideApplication(receipt, body, intent.headersFor(body)));
    if (problem && outcomeUnknown(problem)) doubtful.current.set(receipt, intent);
    else doubtful.current.delete(receipt);
    if (problem?.status === 409 && (await acceptedBy(me, receipt))) return null;
    return problem ?? null;
  };
}

async function acceptedBy(me: Me, receipt: string): Promise<boolean> {
  const { data } = await loadApplication(receipt);
  // An application with nothing to post is complete at once.
  const last = data?.history.findLast((entry) => !entry.internal && entry.action !== "complete");
  return last?.action === "accept" && last.actor_name === me.name;
}
