import { useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { createTag } from "../../api/tags";
import type { Tag } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { tagName, tagNameError } from "../../city/tag-name";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";

const ID = "new-tag";

export function NewTagForm({ onCreated }: { onCreated: (tag: Tag) => void }) {
  const [typed, setTyped] = useKeptNote("new-tag");
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const intent = useIntent();

  const submit = () =>
    send(async () => {
      const wrong = tagNameError(typed);
      setWrong(wrong);
      if (wrong) {
        setProblem(null);
        document.getElementById(ID)?.focus();
        return;
      }
      const name = tagName(typed);
      const { data, problem } = await freshly(() => createTag(name, intent.headersFor(name)));
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
      <h2 id="create-tag">タグを作る</h2>
      <Refusal problem={problem} fieldId={(field) => (field === "name" ? ID : null)} />
      <TextField
        id={ID}
        label="タグの名前"
        hint="20文字まで。例: 褥瘡、服薬、退院調整。登録者の氏名など、だれのことか分かる言葉は使わないでください。"
        short
        value={typed}
        onValue={setTyped}
        error={wrong ?? errorOf(problem, "name")}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          タグを作る
        </Button>
      </div>
    </form>
  );
}
