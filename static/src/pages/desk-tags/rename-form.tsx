import { useLayoutEffect, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Tag } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { tagName, tagNameError } from "../../city/tag-name";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import type { SetKind } from "./set-kind";

interface RenameFormProps {
  kind: SetKind;
  tag: Tag;
  onRename: (name: string) => Promise<Problem | undefined>;
  /** Renamed, or thought better of it. */
  onEnd: () => void;
}

/** Stands where the name stood: the field has the focus, Esc leaves it. */
export function RenameForm({ kind, tag, onRename, onEnd }: RenameFormProps) {
  const [typed, setTyped] = useState(tag.name);
  const [wrong, setWrong] = useState<string>();
  const [sending, send] = useSending();
  const id = `tag-name-${tag.tag_id}`;
  // Before the next key: one that comes early must not be lost.
  useLayoutEffect(() => document.getElementById(id)?.focus(), [id]);

  const submit = () =>
    send(async () => {
      const wrong = tagNameError(typed, kind) ?? reason(await onRename(tagName(typed)));
      setWrong(wrong);
      if (wrong) document.getElementById(id)?.focus();
      else onEnd();
    });

  return (
    <form
      class="stack"
      noValidate
      aria-label={`${kind.noun}「${tag.name}」の名前を変える`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !sending && !event.isComposing) onEnd();
      }}
    >
      <TextField
        id={id}
        label={`「${tag.name}」の新しい名前`}
        hint={`これまでの${kind.carriers}の表示も変わります。意味が違う${kind.noun}にするときは、新しく作ってください。`}
        short
        value={typed}
        onValue={setTyped}
        error={wrong}
      />
      <div class="row">
        <Button kind="primary" small type="submit" sending={sending}>
          名前を保存する
        </Button>
        <Button small disabled={sending} onClick={onEnd}>
          やめる
        </Button>
      </div>
    </form>
  );
}

/** The form is one line long: what was refused, wherever the server sees it, is about the name. */
function reason(problem: Problem | undefined): string | undefined {
  return problem && (problem.errors[0]?.message ?? problem.title);
}
