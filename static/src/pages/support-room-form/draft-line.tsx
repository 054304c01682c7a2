import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import type { DraftState } from "./draft-saver";

const TIME = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit" });

export function draftText(state: DraftState): string {
  switch (state.kind) {
    case "untouched":
      return "";
    case "saving":
      return "下書きを保存しています…";
    case "saved":
      return `下書きを保存しました ${TIME.format(state.at)}`;
    case "failed":
      return `下書きを保存できていません。${state.problem.title}自動でもう一度試します。`;
  }
}

interface DraftLineProps {
  state: DraftState;
  /** There is something to throw away. */
  kept: boolean;
  onDiscard: () => Promise<Problem | null>;
}

/** Whether what is typed is safe, and the way to throw it away. */
export function DraftLine({ state, kept, onDiscard }: DraftLineProps) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const discard = async () => {
    setSending(true);
    setProblem(await onDiscard());
    setSending(false);
    setAsking(false);
  };
  return (
    <div class="stack no-print">
      <div class="row row--apart">
        <p class={state.kind === "failed" ? "error" : "hint"} role="status">
          {draftText(state)}
        </p>
        {(kept || state.kind === "saved") && (
          <Button small onClick={() => setAsking(true)}>
            下書きを捨てる
          </Button>
        )}
      </div>
      <Refusal problem={problem} />
      <ConfirmDialog
        open={asking}
        heading="下書きを捨てますか"
        confirm="捨てて最初から書く"
        danger
        sending={sending}
        onConfirm={() => void discard()}
        onCancel={() => setAsking(false)}
      >
        <p>ここまで入力した内容はすべて消えます。元には戻せません。</p>
      </ConfirmDialog>
    </div>
  );
}
