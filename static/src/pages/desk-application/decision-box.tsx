import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { useSession } from "../../session/session";
import { DECISIONS, type Decision, isDecidable, needsFreshSignIn } from "./decisions";
import { type DecisionBoxProps, useDecision } from "./use-decision";
import { WhatChanged } from "./what-changed";

export function DecisionBox(props: DecisionBoxProps) {
  const { detail } = props;
  const { decision, setDecision, note, setNote, problem, decided, ...sending } = useDecision(props);
  const { signInAgain } = useSession();

  return (
    <section class="card decision" aria-labelledby="decision">
      <h2 id="decision">判断</h2>
      <div role="status">{decided && <Done decision={decided} />}</div>
      <Refusal problem={problem} fieldId={(field) => (field === "note" ? "note" : "decision-accept")}>
        {problem?.status === 409 && <WhatChanged detail={detail} note={note} />}
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
          onSubmit={sending.confirmFirst}
        />
      ) : (
        !decided && <p>この申請には、今は判断を入力できません。</p>
      )}
      {decision && (
        <ConfirmDialog
          open={sending.confirming}
          heading={DECISIONS[decision].question}
          confirm={DECISIONS[decision].confirm}
          danger={decision === "reject"}
          sending={sending.sending}
          onConfirm={() => void sending.decide()}
          onCancel={sending.cancel}
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
