import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { wishForTag } from "../../api/tags";
import type { Wish } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { tagName, tagNameError } from "../../city/tag-name";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field, TextField } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";

interface WishFormProps {
  onSent: (wish: Wish) => void;
  /** The next wish is under way: what was said about the last one is read. */
  onTyped: () => void;
}

const CONTROLS: Record<string, string> = { name: "wish-name", reason: "wish-reason" };

export function WishForm({ onSent, onTyped }: WishFormProps) {
  const { name, setName, reason, setReason, wrong, problem, sending, submit } = useWish(onSent);
  return (
    <form
      class="sheet"
      noValidate
      aria-labelledby="wish"
      onInput={onTyped}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="wish">タグの要望を送る</h2>
      <p>同じ要望はまとめて市に届きます。だれが送ったかは、市の画面には出ません。</p>
      <Refusal problem={problem} fieldId={(field) => CONTROLS[field] ?? null} />
      <TextField
        id="wish-name"
        label="ほしいタグの名前"
        hint="20文字まで"
        short
        value={name}
        onValue={setName}
        error={wrong ?? errorOf(problem, "name")}
      />
      <Field
        id="wish-reason"
        label="理由"
        optional
        hint="どんなときに使うかを書くと、市が決めやすくなります。登録者のことは書かないでください。"
        error={errorOf(problem, "reason")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={2000}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          要望を送る
        </Button>
      </div>
    </form>
  );
}

/** What is typed, and what happens when it is sent. Sent again after a lost answer, a wish is still one wish. */
function useWish(onSent: (wish: Wish) => void) {
  const [name, setName] = useKeptNote("tag-wish-name");
  const [reason, setReason] = useKeptNote("tag-wish-reason");
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const submit = () =>
    send(async () => {
      const wrong = tagNameError(name, { noun: "タグ", limit: 20 });
      setWrong(wrong);
      if (wrong) {
        setProblem(null);
        document.getElementById("wish-name")?.focus();
        return;
      }
      const { data, problem } = await wishForTag({ name: tagName(name), reason: reason.trim() });
      setProblem(problem ?? null);
      if (!data) return;
      setName("");
      setReason("");
      onSent(data);
    });
  return { name, setName, reason, setReason, wrong, problem, sending, submit };
}
