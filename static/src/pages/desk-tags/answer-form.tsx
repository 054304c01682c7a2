import { useId, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { answerWish } from "../../api/tags";
import type { Wish } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";

interface AnswerFormProps {
  wish: Wish;
  onAnswered: (wish: Wish) => void;
  /** Where an answer stands already. */
  onCancel?: () => void;
}

/** The answer is required; the tag is created with it, or not. */
export function AnswerForm({ wish, onAnswered, onCancel }: AnswerFormProps) {
  const form = useAnswer(wish, onAnswered);
  const { problem } = form;
  const ids: Record<string, string> = { answer: form.answerId, name: form.tickId };
  return (
    <form
      class="stack"
      noValidate
      aria-label={`「${wish.wording}」への回答`}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Refusal problem={problem} fieldId={(field) => ids[field] ?? null} />
      <Field
        id={form.answerId}
        label="要望した人への回答"
        hint="タグを作るかどうかと、その理由を書いてください。"
        error={form.missing ?? errorOf(problem, "answer")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={2000}
            aria-required="true"
            value={form.answer}
            onInput={(event) => form.setAnswer(event.currentTarget.value)}
          />
        )}
      </Field>
      {wish.tag_id === null && (
        <label class="check check--boxed">
          <input
            type="checkbox"
            id={form.tickId}
            checked={form.creates}
            onChange={() => form.setCreates(!form.creates)}
          />
          「{wish.wording}」というタグを作る
        </label>
      )}
      <div class="actions">
        <Button kind="primary" type="submit" sending={form.sending}>
          回答を送る
        </Button>
        {onCancel && (
          <Button disabled={form.sending} onClick={onCancel}>
            やめる
          </Button>
        )}
      </div>
    </form>
  );
}

function useAnswer(wish: Wish, onAnswered: (wish: Wish) => void) {
  const [kept, keep] = useKeptNote(`tag-wish-${wish.wording_key}`);
  const [answer, setTyped] = useState(kept || (wish.answer ?? ""));
  const [creates, setCreates] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const id = useId();
  const answerId = `${id}-answer`;

  const submit = () =>
    send(async () => {
      const text = answer.trim();
      setMissing(text ? undefined : "回答を書いてください。");
      if (!text) {
        setProblem(null);
        document.getElementById(answerId)?.focus();
        return;
      }
      const body = { wording_key: wish.wording_key, answer: text, create_tag: creates };
      const { data, problem } = await freshly(() => answerWish(body));
      setProblem(problem ?? null);
      if (!data) return;
      keep("");
      onAnswered(data);
    });
  const setAnswer = (text: string) => {
    setTyped(text);
    keep(text);
  };
  const tickId = `${id}-create`;
  return { answer, setAnswer, creates, setCreates, missing, problem, sending, submit, answerId, tickId };
}
