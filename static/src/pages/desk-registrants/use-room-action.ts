import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { useFreshSignIn } from "../../session/fresh-sign-in";

/** A change to a room, asked about in a dialog: a refusal is told in the dialog, and what was typed stays there. */
export function useRoomAction() {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();

  return {
    open,
    problem,
    sending,
    ask: () => {
      setProblem(null);
      setOpen(true);
    },
    cancel: () => setOpen(false),
    setProblem,
    run: <T>(action: () => Promise<Asked<T>>, onDone: (data: T) => void) =>
      send(async () => {
        const { data, problem } = await freshly(action);
        setProblem(problem ?? null);
        if (problem) return;
        setOpen(false);
        onDone(data as T);
      }),
  };
}
