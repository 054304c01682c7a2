import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";

/** What was just done. */
export interface Done {
  text: string;
  /** How it is taken back, where it can be. */
  undo?: { label: string; work: () => Promise<Problem | undefined> };
  /** What was pressed is gone; the focus goes to the list. */
  focusOnSet?: boolean;
}

interface DoneBoxProps {
  done: Done | null;
  onUndone: () => void;
}

/** Says what was just done and takes it back; the region is there before it speaks. */
export function DoneBox({ done, onUndone }: DoneBoxProps) {
  const [refused, setRefused] = useState<{ done: Done; problem: Problem } | null>(null);
  const [sending, send] = useSending();
  const undo = done?.undo;

  const takeBack = (done: Done, work: () => Promise<Problem | undefined>) =>
    send(async () => {
      const problem = await work();
      setRefused(problem ? { done, problem } : null);
      if (!problem) onUndone();
    });

  return (
    <div class={`tag-set__done${done ? " notice-box notice-box--success" : ""}`}>
      <p role="status" class="status-line">
        {done?.text}
      </p>
      {/* A refusal is about the change that it did not take back, not about a later one. */}
      <Refusal problem={refused && refused.done === done ? refused.problem : null} />
      {done && undo && (
        <div class="actions">
          <Button small sending={sending} onClick={() => void takeBack(done, undo.work)}>
            {undo.label}
          </Button>
        </div>
      )}
    </div>
  );
}
