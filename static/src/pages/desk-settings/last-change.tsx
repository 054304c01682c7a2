import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Setting } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { saveSetting, valueInWords } from "./save-setting";

export interface LastChange {
  before: Setting;
  after: Setting;
  /** It was itself a taking back. */
  undone: boolean;
}

interface LastChangeBoxProps {
  last: LastChange | null;
  onUndone: (before: Setting, after: Setting) => void;
}

/** Says what was just changed and takes it back; the region is there before it speaks. */
export function LastChangeBox({ last, onUndone }: LastChangeBoxProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();

  const undo = ({ before, after }: LastChange) =>
    send(async () => {
      const { data, problem } = await freshly(() => saveSetting(before.name, String(before.value)));
      setProblem(problem ?? null);
      if (data) onUndone(after, data);
    });

  return (
    <div class={`settings__last${last ? " notice-box notice-box--success" : ""}`}>
      <p role="status" class="status-line">
        {last &&
          `「${last.after.label}」を${valueInWords(last.before)}から${valueInWords(last.after)}に${
            last.undone ? "戻しました" : "変えました"
          }。`}
      </p>
      <Refusal problem={problem} />
      {last && !last.undone && (
        <div class="actions">
          <Button small sending={sending} onClick={() => void undo(last)}>
            元に戻す({valueInWords(last.before)})
          </Button>
        </div>
      )}
    </div>
  );
}
