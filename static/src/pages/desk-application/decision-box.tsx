import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import { NO_ANSWER, type Problem } from "../../api/problem";
import type { ApplicationDetail, DecisionInput } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { useSession } from "../../session/session";
import { DECISIONS, type Decision, isDecidable, needsFreshSignIn } from "./decisions";
import { WhatChanged } from "./what-changed";

interface DecisionBoxProps {
  detail: ApplicationDetail;
  onDecided: (detail: ApplicationDetail) => void;
  onReload: () => Promise<void>;
}

export function DecisionBox({ detail, onDecided, onReload }: DecisionBoxProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [note, setNote] = useKeptNote(detail.receipt_number);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [decided, setDecided] = useState<Decision | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const { signInAgain } = useSession();
  const conflict = problem?.status === 409;

  const confirmFirst = () => {
    const missing = missingInput(decision, note);
    setProblem(missing);
    if (missing === null) setConfirming(true);
  };

  const decide = () =>
    send(async () => {
      if (decision === null) return;
      const body: DecisionInput = {
        decision,
        version: detail.version,
        ...(note.trim() ? { note: note.trim() } : {}),
      };
      const { data, problem } = await ask(() =>
        api.POST("/api/account-applications/{receipt}/decision", {
          params: { path: { receipt: detail.receipt_number } },
          body,
          headers: intent.headersFor(body),
        }),
      );
      intent.answered(problem);
      setConfirming(false);
      setProblem(problem ?? null);
      if (data) {
        setNote("");
        setDecision(null);
        setDecided(decision);
        onDecided(data);
      } else if (problem.status === 409) {
        await onReload();
      }
    });

  return (
    <section class="card decision" aria-labelledby="decision">
      <h2 id="decision">判断</h2>
      <div role="status">{decided && <Done decision={decided} />}</div>
      <Refusal problem={problem} fieldId={(field) => (field === "note" ? "note" : "decision-accept")}>
        {conflict && <WhatChanged detail={detail} note={note} />}
        {problem && needsFreshSignIn(problem) && (
          <div class="actions">
            <Button onClick={() => signInAgain("fresh_sign_in")}>もう一度ログインする(入力は残ります)</Button>
          </div>
        )}
      </Refusal>
      {isDecidable(detail.status) ? (
        <DecisionForm
          decision={decision}
          onDecision={setDecision}
          note={note}
          onNote={setNote}
          noteError={errorOf(problem, "note")}
          onSubmit={confirmFirst}
        />
      ) : (
        !decided && <p>この申請には、今は判断を入力できません。</p>
      )}
      {decision && (
        <ConfirmDialog
          open={confirming}
          heading={DECISIONS[decision].question}
          confirm={DECISIONS[decision].confirm}
          danger={decision === "reject"}
          sending={sending}
          onConfirm={() => void decide()}
          onCancel={() => setConfirming(false)}
        >
          <p>
            {detail.organization_name}({detail.people_count}人)
          </p>
          <p>{DECISIONS[decision].consequence}</p>
          {note.trim() && <blockquote class="history__note">{note}</blockquote>}
        </ConfirmDialog>
      )}
    </section>
  );
}

function missingInput(decision: Decision | null, note: string): Problem | null {
  const refuse = (field: string, message: string): Problem => ({
    ...NO_ANSWER,
    status: 422,
    code: "validation_failed",
    title: "入力を確かめてください。",
    detail: null,
    errors: [{ field, code: "required", message }],
  });
  if (decision === null) return refuse("decision", "受理・差戻し・却下のどれかを選んでください。");
  if (DECISIONS[decision].noteRequired && note.trim() === "") {
    return refuse("note", `${DECISIONS[decision].label}の理由を書いてください。申請者に届きます。`);
  }
  return null;
}

interface DecisionFormProps {
  decision: Decision | null;
  onDecision: (decision: Decision) => void;
  note: string;
  onNote: (note: string) => void;
  noteError: string | undefined;
  onSubmit: () => void;
}

function DecisionForm({ decision, onDecision, note, onNote, noteError, onSubmit }: DecisionFormProps) {
  const noteRequired = decision !== null && DECISIONS[decision].noteRequired;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset class="field">
        <legend>この申請を</legend>
        {(Object.keys(DECISIONS) as Decision[]).map((each) => (
          <label class="check" key={each}>
            <input
              type="radio"
              name="decision"
              id={`decision-${each}`}
              checked={decision === each}
              onChange={() => onDecision(each)}
            />
            {DECISIONS[each].label}
          </label>
        ))}
      </fieldset>
      <Field
        id="note"
        label={noteRequired ? "申請者に伝える理由" : "申請者に伝えること"}
        optional={!noteRequired}
        error={noteError}
        hint="差戻しのときは、どこをどう直せばよいかを書いてください。"
      >
        {(attributes) => (
          <textarea
            {...attributes}
            value={note}
            maxLength={2000}
            aria-required={noteRequired ? "true" : undefined}
            onInput={(event) => onNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <Button kind="primary" type="submit">
          確認へ進む
        </Button>
      </div>
    </form>
  );
}

function Done({ decision }: { decision: Decision }) {
  return (
    <div class="notice-box notice-box--success">
      <p>
        <strong>{DECISIONS[decision].done}</strong>
      </p>
      {decision === "accept" && (
        <p>
          続けて<a href="/desk/notices">通知書を印刷</a>できます。
        </p>
      )}
      <p>
        <a href="/desk">次の申請を見る</a>
      </p>
    </div>
  );
}
