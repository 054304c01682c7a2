import { useState } from "preact/hooks";
import { useKeptIntent } from "../../api/intent";
import { outcomeUnknown, type Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { type LatestVitals, recordVitals } from "../../api/vitals";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useOnline } from "../../interface/use-online";
import { useKept } from "../../session/use-kept";
import {
  entryOf,
  HALF_A_DATE,
  hasTyped,
  isConfirming,
  japanMinute,
  mistakesIn,
  NOTHING,
  type TypedEntry,
} from "./entry";
import { errorsByKind, isOnlyUnusual } from "./refused-values";
import { VitalFields } from "./vital-fields";

interface EntryPartProps {
  room: number;
  latest: LatestVitals | null;
  onStored: () => void;
}

/** Entry with one thumb: what was typed stays in this tab until it is stored. */
export function EntryPart({ room, latest, onStored }: EntryPartProps) {
  const [kept, keep] = useKept<TypedEntry>(`vitals-${room}`);
  const typed = kept ?? NOTHING;
  const [mistakes, setMistakes] = useState(mistakesIn(NOTHING));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [hasHalfADate, setHalfADate] = useState(false);
  const [stored, setStored] = useState("");
  const [sending, send] = useSending();
  const intent = useKeptIntent(`vitals-${room}`);
  const online = useOnline();
  const change = (next: TypedEntry) => {
    setStored("");
    keep(next);
  };

  const save = (isHalfADate: boolean) =>
    send(async () => {
      const wrong = mistakesIn(typed);
      setMistakes(wrong);
      setHalfADate(isHalfADate);
      setStored("");
      if (isHalfADate || Object.keys(wrong).length > 0) return setProblem(null);
      // Now is when it was first sent: a repeat, also after a reload, says the same.
      const timed = { ...typed, at: typed.at || japanMinute(new Date()) };
      keep(timed);
      const entry = entryOf(timed, new Date());
      const answer = await recordVitals(room, entry, intent.headersFor(entry));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (answer.data) {
        keep(null);
        setStored("保存しました。");
        onStored();
      } else if (answer.problem && !outcomeUnknown(answer.problem))
        keep({ ...typed, asked: isOnlyUnusual(answer.problem) ? JSON.stringify(typed.values) : "" });
    });

  const unusual = isConfirming(typed);
  return (
    <form
      class="card vital-entry"
      noValidate
      aria-label="測定値の入力"
      onSubmit={(event) => {
        event.preventDefault();
        const when = event.currentTarget.querySelector<HTMLInputElement>("input[type=datetime-local]");
        void save(when?.validity.badInput ?? false);
      }}
    >
      <Refusal problem={problem} fieldId={idOfField} />
      <VitalFields
        prefix="vital-"
        typed={typed}
        onTyped={change}
        errors={{ ...errorsByKind(problem), ...mistakes }}
        latest={latest?.values ?? []}
      />
      <WhenAndNote typed={typed} onTyped={change} problem={problem} hasHalfADate={hasHalfADate} />
      <div class="vital-save">
        <p role="status" class="hint">
          {stored}
          {!online && hasTyped(typed) && "通信がありません。入力した値はこの画面に残っています。"}
        </p>
        <Button type="submit" kind="primary" sending={sending}>
          {unusual ? "この値でまちがいない。保存する" : "保存する"}
        </Button>
      </div>
    </form>
  );
}

function idOfField(field: string): string | null {
  if (field.startsWith("readings.")) return `vital-${field.slice("readings.".length)}`;
  return field === "measured_at" || field === "note" ? `vital-${field}` : null;
}

interface WhenAndNoteProps {
  typed: TypedEntry;
  onTyped: (typed: TypedEntry) => void;
  problem: Problem | null;
  hasHalfADate: boolean;
}

function WhenAndNote({ typed, onTyped, problem, hasHalfADate }: WhenAndNoteProps) {
  const error = (field: string) => problem?.errors.find((found) => found.field === field)?.message;
  const whenError = hasHalfADate ? HALF_A_DATE : error("measured_at");
  return (
    <div class="two-columns">
      <Field id="vital-measured_at" label="測定した日時" hint="空なら、今。" error={whenError}>
        {(attributes) => (
          <input
            {...attributes}
            type="datetime-local"
            value={typed.at}
            max={japanMinute(new Date())}
            onInput={(event) => onTyped({ ...typed, at: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="vital-note" label="メモ" optional error={error("note")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            value={typed.note}
            onInput={(event) => onTyped({ ...typed, note: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
