import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { useFreshSignIn } from "../../session/fresh-sign-in";

/** One thing that the desk finds out before it accepts; each answer brings the application as it stands then. */
export function useCheck<T>(onChanged: (detail: T) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState("");
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();

  const record = (action: () => Promise<Asked<T>>, done: string) =>
    send(async () => {
      setMessage("");
      const { data, problem } = await freshly(action);
      setProblem(problem ?? null);
      if (!data) return;
      setMessage(done);
      onChanged(data);
    });
  return { problem, setProblem, message, sending, record };
}
