import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";

/** A note of the desk to itself. */
export function NoteForm({ receipt, onNoted }: { receipt: string; onNoted: () => void }) {
  const [note, setNote] = useKeptNote(`${receipt}-note`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<string>();
  const [message, setMessage] = useState("");
  const [sending, send] = useSending();
  const intent = useIntent();

  const submit = () =>
    send(async () => {
      const text = note.trim();
      setMissing(text ? undefined : "メモを書いてください。");
      setMessage("");
      if (!text) {
        document.getElementById("internal-note")?.focus();
        return;
      }
      const body = { note: text };
      const { problem } = await ask(() =>
        api.POST("/api/desk/applications/{receipt}/notes", {
          params: { path: { receipt } },
          body,
          headers: intent.headersFor(body),
        }),
      );
      intent.answered(problem);
      setProblem(problem ?? null);
      if (problem) return;
      setNote("");
      setMessage("メモを残しました。");
      onNoted();
    });

  return (
    <form
      class="stack no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Refusal problem={problem} fieldId={() => "internal-note"} />
      <Field
        id="internal-note"
        label="窓口内のメモを残す"
        hint="窓口の担当者だけが読めます。申請者には見えません。"
        error={missing ?? errorOf(problem, "note")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={2000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <p role="status" class="status-line hint">
        {message}
      </p>
      <div class="actions">
        <Button type="submit" sending={sending}>
          メモを残す
        </Button>
      </div>
    </form>
  );
}
