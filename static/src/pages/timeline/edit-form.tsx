import { useEffect, useId, useRef, useState } from "preact/hooks";
import { editMessage, type Finding, type Message } from "../../api/messages";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { ScreeningDialog } from "../writing/screening-dialog";

interface EditFormProps {
  room: number;
  message: Message;
  /** The message as it is then; null: it stays as it was. */
  onDone: (changed: Message | null) => void;
}

/** Other words for one's own message, in its place. */
export function EditForm({ room, message, onDone }: EditFormProps) {
  const [body, setBody] = useState(message.body ?? "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [sending, send] = useSending();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const save = (text: string, need?: string) =>
    send(async () => {
      const { data, problem } = await editMessage(room, message.message_id, text, need);
      setFindings(problem?.findings ?? null);
      setProblem(problem && !problem.findings ? problem : null);
      if (data) onDone(data);
    });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save(body);
      }}
    >
      <Refusal problem={problem} fieldId={() => id} />
      <Field
        id={id}
        label="書き込みを直す"
        hint="前の文も記録に残り、部屋の人が見られます。"
        error={errorOf(problem, "body")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            value={body}
            rows={4}
            onInput={(event) => setBody(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape" && !event.isComposing) onDone(null);
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(body);
            }}
          />
        )}
      </Field>
      <div class="actions">
        <Button type="submit" kind="primary" small sending={sending}>
          保存する
        </Button>
        <Button small disabled={sending} onClick={() => onDone(null)}>
          やめる
        </Button>
      </div>
      {findings && (
        <ScreeningDialog
          room={room}
          text={body}
          findings={findings}
          sending={sending}
          onText={setBody}
          onSend={(text, need) => void save(text, need)}
          onBack={() => setFindings(null)}
        />
      )}
    </form>
  );
}
