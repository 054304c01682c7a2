import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { OpenDayException } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { wareki } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";

interface OpenDayFormProps {
  known: OpenDayException[];
  onSaved: (message: string) => void;
}

export function OpenDayForm({ known, onSaved }: OpenDayFormProps) {
  const [day, setDay] = useState("");
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const replaced = known.find((exception) => exception.day === day);

  const submit = () =>
    send(async () => {
      setMissing(day ? undefined : "日付を選んでください。");
      if (!day) {
        setProblem(null);
        document.getElementById("day")?.focus();
        return;
      }
      const body = { open, note: note.trim() };
      const problem = await putException(day, body, intent.headersFor({ day, ...body }));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (problem) return;
      onSaved(`${wareki(day)}を「${open ? "開庁する" : "閉庁する"}」日として登録しました。`);
      setDay("");
      setNote("");
    });

  return (
    <form
      class="sheet"
      noValidate
      aria-labelledby="add-day"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="add-day">日を登録する</h2>
      <Refusal problem={problem} fieldId={(field) => (field === "note" || field === "day" ? field : null)} />
      <TextField
        id="day"
        label="日付"
        type="date"
        short
        value={day}
        onValue={setDay}
        error={missing ?? errorOf(problem, "day")}
        hint={day ? `${wareki(day)}${replaced ? "。すでに登録があり、書き換わります" : ""}` : undefined}
      />
      <OpenOrClosed open={open} onOpen={setOpen} />
      <TextField
        id="note"
        label="理由"
        optional
        required={false}
        hint="例: 市制記念日、台風による臨時閉庁"
        value={note}
        onValue={setNote}
        error={errorOf(problem, "note")}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          登録する
        </Button>
      </div>
    </form>
  );
}

async function putException(day: string, body: { open: boolean; note: string }, headers: HeadersInit) {
  const { problem } = await ask(() =>
    api.PUT("/api/open-day-exceptions/{day}", { params: { path: { day } }, body, headers }),
  );
  return problem;
}

function OpenOrClosed({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <fieldset class="field">
      <legend>この日は</legend>
      <div class="row">
        <label class="check">
          <input type="radio" name="open" checked={!open} onChange={() => onOpen(false)} />
          閉庁する
        </label>
        <label class="check">
          <input type="radio" name="open" checked={open} onChange={() => onOpen(true)} />
          開庁する
        </label>
      </div>
    </fieldset>
  );
}
