import { useState } from "preact/hooks";
import { type CareDocument, withdrawDocument } from "../../api/documents";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { TextField } from "../../interface/field";

interface WithdrawalDialogProps {
  room: number;
  document: CareDocument;
  onClose: () => void;
  onWithdrawn: () => void;
}

/** Puts a document away, with why; it stays and can be put back (R38). */
export function WithdrawalDialog({ room, document, onClose, onWithdrawn }: WithdrawalDialogProps) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const withdraw = () =>
    send(async () => {
      const answer = await withdrawDocument(room, document.document_id, reason);
      setProblem(answer.problem ?? null);
      if (answer.data) onWithdrawn();
    });
  return (
    <Dialog open heading="書類をしまう" onCancel={onClose}>
      <p>
        「{document.title}
        」を一覧から外し、だれも読めないようにします。消えるのではなく、「しまった書類」からいつでも元に戻せます。
      </p>
      <Refusal problem={problem} />
      <TextField
        id="withdrawal-reason"
        label="理由"
        hint="例: 別の方の書類だった、同じものが2つあった"
        value={reason}
        onValue={setReason}
        error={errorOf(problem, "reason")}
      />
      <div class="actions">
        <Button kind="danger" sending={sending} onClick={() => void withdraw()}>
          しまう
        </Button>
        <Button onClick={onClose}>やめる</Button>
      </div>
    </Dialog>
  );
}
