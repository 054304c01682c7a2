import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { Notice } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { formatLoginId } from "../../device-key/login-code";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";

/** One objection; once answered it stays in place until the page is left, so that the answer can be read again. */
export function Objection({ notice }: { notice: Notice }) {
  const [answered, setAnswered] = useState<Notice | null>(null);
  const heading = `objection-${notice.notice_id}`;
  return (
    <article class="card" aria-labelledby={heading}>
      <div>
        <h2 id={heading}>
          {notice.user_name}さん({notice.organization_name})
        </h2>
        <p class="row hint">
          ログインID <span class="code">{formatLoginId(notice.login_id)}</span>
          {notice.receipt_number && (
            <a href={`/desk/applications/${notice.receipt_number}`}>申請 {notice.receipt_number}</a>
          )}
        </p>
      </div>
      <div>
        {notice.objected_at && (
          <p class="hint">
            <time dateTime={notice.objected_at}>{warekiWithTime(notice.objected_at)}</time>に届いた異議
          </p>
        )}
        <blockquote class="history__note">{notice.objection}</blockquote>
      </div>
      <div role="status" class="status-line">
        {answered && (
          <div class="notice-box notice-box--success">
            <p>
              <strong>答えを送りました。</strong>
            </p>
            <p class="history__note">{answered.answer}</p>
          </div>
        )}
      </div>
      {!answered && <AnswerForm notice={notice} onAnswered={setAnswered} />}
    </article>
  );
}

function AnswerForm({ notice, onAnswered }: { notice: Notice; onAnswered: (notice: Notice) => void }) {
  const [answer, setAnswer] = useKeptNote(`objection-${notice.notice_id}`);
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const id = `answer-${notice.notice_id}`;

  const submit = () =>
    send(async () => {
      const body = { answer: answer.trim() };
      setMissing(body.answer ? undefined : "答えを書いてください。");
      if (!body.answer) {
        document.getElementById(id)?.focus();
        return;
      }
      const { data, problem } = await ask(() =>
        api.POST("/api/notices/{id}/answer", {
          params: { path: { id: notice.notice_id } },
          body,
          headers: intent.headersFor(body),
        }),
      );
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      setAnswer("");
      onAnswered(data);
    });

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Refusal problem={problem} fieldId={() => id} />
      <Field
        id={id}
        label="団体への答え"
        hint="どう直したか、次に何をしてもらうかを書いてください。"
        error={missing ?? errorOf(problem, "answer")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            maxLength={2000}
            aria-required="true"
            value={answer}
            onInput={(event) => setAnswer(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          答えを送る
        </Button>
      </div>
    </form>
  );
}
