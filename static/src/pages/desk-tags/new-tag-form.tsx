import { useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { Tag } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { tagName, tagNameError } from "../../city/tag-name";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";
import type { SetKind } from "./set-kind";

const ID = "new-tag";

interface NewTagFormProps {
  kind: SetKind;
  onCreated: (tag: Tag) => void;
}

export function NewTagForm({ kind, onCreated }: NewTagFormProps) {
  const [typed, setTyped] = useKeptNote(`new-${kind.noun}`);
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const intent = useIntent();

  const submit = () =>
    send(async () => {
      const wrong = tagNameError(typed, kind);
      setWrong(wrong);
      if (wrong) {
        setProblem(null);
        document.getElementById(ID)?.focus();
        return;
      }
      const name = tagName(typed);
      const { data, problem } = await freshly(() => kind.create(name, intent.headersFor(name)));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      setTyped("");
      onCreated(data);
    });

  return (
    <form
      class="sheet"
      noValidate
      aria-labelledby="create-tag"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="create-tag">{kind.noun}を作る</h2>
      <Refusal problem={problem} fieldId={(field) => (field === "name" ? ID : null)} />
      <TextField
        id={ID}
        label={`${kind.noun}の名前`}
        hint={`${kind.limit}文字まで。例: ${kind.example}`}
        short
        value={typed}
        onValue={setTyped}
        error={wrong ?? errorOf(problem, "name")}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          {kind.noun}を作る
        </Button>
      </div>
    </form>
  );
}
