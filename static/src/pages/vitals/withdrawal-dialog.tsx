import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { type Measurement, withdrawVitals } from "../../api/vitals";
import { warekiWithTime } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { TextField } from "../../interface/field";

export interface ChangeProps {
  room: number;
  measurement: Measurement;
  onClose: () => void;
  onChanged: () => void;
}

/** Takes a measurement back: it stays to be read and leaves the graphs (R38). */
export function WithdrawalDialog({ room, measurement, onClose, onChanged }: ChangeProps) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const withdraw = () =>
    send(async () => {
      const answer = await withdrawVitals(room, measurement.measurement_id, reason);
      setProblem(answer.problem ?? null);
      if (answer.data) onChanged();
    });
  return (
    <Dialog open heading="測定値を取り消す" onCancel={onClose}>
      <p>
        {warekiWithTime(measurement.measured_at)}
        の測定値を取り消します。グラフから外れ、取り消したことと値は一覧に残ります。
      </p>
      <Refusal problem={problem} />
      <TextField
        id="withdrawal-reason"
        label="理由"
        hint="入力した本人が24時間以内に取り消すときは、なくてもかまいません。"
        value={reason}
        onValue={setReason}
        required={false}
        error={errorOf(problem, "reason")}
      />
      <div class="actions">
        <Button kind="danger" sending={sending} onClick={() => void withdraw()}>
          取り消す
        </Button>
        <Button onClick={onClose}>やめる</Button>
      </div>
    </Dialog>
  );
}
