import { useState } from "preact/hooks";
import { useKeptIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { type PrintedSummary, printSummary } from "../../api/summary";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ChoiceField } from "../../interface/choice-field";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";

const PURPOSES = [
  { value: "visit", label: "訪問" },
  { value: "emergency_transfer", label: "救急搬送" },
  { value: "admission", label: "入院" },
  { value: "conference", label: "カンファレンス" },
  { value: "other", label: "その他" },
] as const;
type Purpose = (typeof PURPOSES)[number]["value"];

interface PrintFormProps {
  room: number;
  onPrinted: (printed: PrintedSummary) => void;
  onCancel: () => void;
}

/** Paper leaves the system: what for is said first, and the room is told (R21). */
export function PrintForm({ room, onPrinted, onCancel }: PrintFormProps) {
  const [purpose, setPurpose] = useState<Purpose | "">("");
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useKeptIntent(`summary-${room}`);
  const make = () =>
    send(async () => {
      // What was not chosen, the server says.
      const input = { purpose: purpose as Purpose, words };
      const answer = await printSummary(room, input, intent.headersFor(input));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (answer.data) onPrinted(answer.data);
    });
  return (
    <form
      class="card no-print"
      noValidate
      aria-labelledby="print-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2 id="print-heading">印刷する</h2>
      <p class="notice-box notice-box--warning">
        印刷した人、日時、目的、番号は記録に残り、部屋の人が読めます。紙にも書かれます。紙は個人情報として扱ってください。
      </p>
      <Refusal problem={problem} fieldId={idOnPage} />
      <ChoiceField
        id="purpose"
        legend="何のために使うか"
        value={purpose}
        onValue={setPurpose}
        choices={[...PURPOSES]}
        error={errorOf(problem, "purpose")}
      />
      <TextField
        id="words"
        label={purpose === "other" ? "目的" : "補足"}
        hint="例: 市川総合病院へ"
        required={purpose === "other"}
        value={words}
        onValue={setWords}
        error={errorOf(problem, "words")}
      />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          記録して印刷する
        </Button>
        <Button onClick={onCancel}>やめる</Button>
      </div>
    </form>
  );
}
