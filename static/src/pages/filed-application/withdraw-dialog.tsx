import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { ConfirmDialog } from "../../interface/confirm-dialog";

interface WithdrawDialogProps {
  onWithdraw: () => Promise<Asked<unknown>>;
  open: boolean;
  onClose: () => void;
  onWithdrawn: () => Promise<void>;
}

/** Asks before an application is withdrawn; nothing undoes it. */
export function WithdrawDialog({ onWithdraw, open, onClose, onWithdrawn }: WithdrawDialogProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const withdraw = () =>
    send(async () => {
      const { problem } = await onWithdraw();
      // Decided meanwhile, or withdrawn by a request whose answer was lost: the page says which.
      const refused = problem?.status === 409 ? null : (problem ?? null);
      setProblem(refused);
      if (refused) return;
      onClose();
      await onWithdrawn();
    });
  return (
    <ConfirmDialog
      open={open}
      heading="この申請を取り下げますか"
      confirm="取り下げる"
      danger
      sending={sending}
      onConfirm={() => void withdraw()}
      onCancel={() => {
        setProblem(null);
        onClose();
      }}
    >
      <p>申請はここで終わります。元には戻せません。もう一度出すときは、新しい申請が必要です。</p>
      <p class="hint">
        内容を直したいだけのときは、取り下げないでください。差し戻された申請は、この画面から直して再提出できます。ほかのときは、窓口に連絡してください。
      </p>
      <Refusal problem={problem} />
    </ConfirmDialog>
  );
}
