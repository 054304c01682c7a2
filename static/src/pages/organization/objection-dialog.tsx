import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { OrganizationPerson } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { confirmGrant } from "./confirm-grants";

interface ObjectionDialogProps {
  organization: number;
  person: OrganizationPerson;
  onObjected: (person: OrganizationPerson) => void;
  onClose: () => void;
}

/** R37: something about a grant is wrong. The city reads it and answers. */
export function ObjectionDialog({ organization, person, onObjected, onClose }: ObjectionDialogProps) {
  const [note, setNote] = useKeptNote(`objection-${person.user_id}`);
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const submit = () =>
    send(async () => {
      setMissing(note.trim() ? undefined : "どこが違うかを書いてください。市の担当者が読みます。");
      setProblem(null);
      if (!note.trim()) {
        document.getElementById("objection")?.focus();
        return;
      }
      const { data, problem } = await confirmGrant(organization, person, {
        confirmed: false,
        note: note.trim(),
      });
      setProblem(problem ?? null);
      if (!data) return;
      setNote("");
      onObjected(data);
    });

  return (
    <Dialog
      open
      heading={`${person.name}さんの登録の違いを知らせる`}
      onCancel={sending ? undefined : onClose}
    >
      <Refusal problem={problem} fieldId={(field) => (field === "note" ? "objection" : null)} />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          id="objection"
          label="違うところ"
          hint="例: 職種が違います。この人の申請は出していません。"
          error={missing ?? errorOf(problem, "note")}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              value={note}
              maxLength={2000}
              aria-required="true"
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            市に知らせる
          </Button>
          <Button disabled={sending} onClick={onClose}>
            やめる
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
