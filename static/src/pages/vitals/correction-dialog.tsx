import { useState } from "preact/hooks";
import { outcomeUnknown, type Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { correctVitals, type Measurement } from "../../api/vitals";
import { ALL_KINDS, vitalNumber } from "../../city/vital-words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { Field, TextField } from "../../interface/field";
import { entryOf, HALF_A_DATE, isConfirming, japanMinute, mistakesIn, type TypedEntry } from "./entry";
import { errorsByKind, isOnlyUnusual } from "./refused-values";
import { VitalFields } from "./vital-fields";
import type { ChangeProps } from "./withdrawal-dialog";

/** Puts a measurement right; what it said before stays (R38). */
export function CorrectionDialog({ room, measurement, onClose, onChanged }: ChangeProps) {
  const [typed, setTyped] = useState(typedOf(measurement));
  const [hasHalfADate, setHalfADate] = useState(false);
  const [reason, setReason] = useState("");
  const [mistakes, setMistakes] = useState(mistakesIn(typed));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const unusual = isConfirming(typed);
  const correct = () =>
    send(async () => {
      const wrong = mistakesIn(typed);
      setMistakes(wrong);
      setHalfADate(typed.at === "");
      if (typed.at === "" || Object.keys(wrong).length > 0) return setProblem(null);
      const entry = entryOf(typed, new Date());
      const body = { entry, version: measurement.version, reason };
      const answer = await correctVitals(room, measurement.measurement_id, body);
      setProblem(answer.problem ?? null);
      if (answer.data) onChanged();
      else if (!outcomeUnknown(answer.problem))
        setTyped({ ...typed, asked: isOnlyUnusual(answer.problem) ? JSON.stringify(typed.values) : "" });
    });
  return (
    <Dialog open heading="測定値を直す" onCancel={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void correct();
        }}
      >
        <Refusal problem={problem} />
        <VitalFields
          prefix="correct-"
          typed={typed}
          onTyped={setTyped}
          errors={{ ...errorsByKind(problem, "entry."), ...mistakes }}
        />
        <MomentAndNote
          typed={typed}
          onTyped={setTyped}
          problem={problem}
          whenError={hasHalfADate ? HALF_A_DATE : errorOf(problem, "entry.measured_at")}
        />
        <TextField
          id="correct-reason"
          label="直す理由"
          hint="入力した本人が24時間以内に直すときは、なくてもかまいません。"
          value={reason}
          onValue={setReason}
          required={false}
          error={errorOf(problem, "reason")}
        />
        <div class="actions">
          <Button type="submit" kind="primary" sending={sending}>
            {unusual ? "この値でまちがいない。直す" : "直す"}
          </Button>
          <Button onClick={onClose}>やめる</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface MomentAndNoteProps {
  typed: TypedEntry;
  onTyped: (typed: TypedEntry) => void;
  problem: Problem | null;
  whenError: string | undefined;
}

function MomentAndNote({ typed, onTyped, problem, whenError }: MomentAndNoteProps) {
  return (
    <>
      <Field id="correct-at" label="測定した日時" error={whenError}>
        {(attributes) => (
          <input
            {...attributes}
            type="datetime-local"
            value={typed.at}
            onInput={(event) => onTyped({ ...typed, at: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="correct-note" label="メモ" optional error={errorOf(problem, "entry.note")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            value={typed.note}
            onInput={(event) => onTyped({ ...typed, note: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}

function typedOf(measurement: Measurement): TypedEntry {
  const values: TypedEntry["values"] = {};
  for (const kind of ALL_KINDS) {
    const value = measurement.readings[kind];
    if (value !== undefined) values[kind] = vitalNumber(kind, value);
  }
  return {
    values,
    timing: measurement.glucose_timing ?? "casual",
    note: measurement.note,
    at: japanMinute(new Date(measurement.measured_at)),
    asked: "",
  };
}
