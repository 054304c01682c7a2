import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { EmergencyCode, ShownCode } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { useFreshSignIn } from "../../session/fresh-sign-in";

interface WhenDecided {
  onShown: (shown: ShownCode) => void;
  onRefused: () => void;
}

/** Lets a code out or refuses it, after a question. */
export function useCodeDecision({ id }: EmergencyCode, { onShown, onRefused }: WhenDecided) {
  const [asking, setAsking] = useState<"confirm" | "refuse" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const init = { params: { path: { id } } };

  const confirm = () =>
    send(async () => {
      const { data, problem } = await freshly(() =>
        ask(() => api.POST("/api/emergency-codes/{id}/confirmation", init)),
      );
      setAsking(null);
      setProblem(problem ?? null);
      if (data) onShown(data);
    });
  const refuse = () =>
    send(async () => {
      const { problem } = await freshly(() => ask(() => api.POST("/api/emergency-codes/{id}/refusal", init)));
      setAsking(null);
      setProblem(problem ?? null);
      if (!problem) onRefused();
    });

  return { asking, setAsking, problem, sending, confirm, refuse };
}
