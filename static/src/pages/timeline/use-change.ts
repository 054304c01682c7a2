import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Message } from "../../api/messages";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";

export interface Change {
  problem: Problem | null;
  making: boolean;
  /** True when it was done. */
  make: (call: () => Promise<Asked<Message>>) => Promise<boolean>;
  forget: () => void;
}

/** What is done to one message, one thing at a time; the answer is the message as it is then. */
export function useChange(onChanged: (message: Message) => void): Change {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [making, send] = useSending();
  const make = async (call: () => Promise<Asked<Message>>) => {
    let done = false;
    await send(async () => {
      const { data, problem } = await call();
      setProblem(problem ?? null);
      if (!data) return;
      done = true;
      onChanged(data);
    });
    return done;
  };
  return { problem, making, make, forget: () => setProblem(null) };
}
