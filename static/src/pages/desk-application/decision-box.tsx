import type { Desk } from "../../api/mail";
import { DESKS, otherDesk } from "../../city/names";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { deskOf } from "../mail/mailed-forms";
import { DecisionForm } from "./decision-form";
import { type Decision, isDecidable, wordsOf } from "./decisions";
import { exclusionControl } from "./exclusion-fields";
import { HindranceList } from "./hindrance-list";
import { hindrancesOf } from "./hindrances";
import { type DecisionBoxProps, useDecision } from "./use-decision";
import { peopleOf } from "./use-exclusions";
import { WhatChanged } from "./what-changed";

export function DecisionBox(props: DecisionBoxProps) {
  const { detail } = props;
  const decision = useDecision(props);
  const { problem, decided } = decision;
  const decidable = isDecidable(detail.status) && decided !== "redirect";

  return (
    <section class="card decision" aria-labelledby="decision">
      <h2 id="decision">判断</h2>
      <div role="status" class="status-line">
        {decided && <Done decision={decided} detail={detail} />}
      </div>
      <Refusal
        problem={problem}
        fieldId={(field) =>
          field === "note" ? "note" : (exclusionControl(field, decision.exclusions.notes) ?? "decision-first")
        }
      >
        {problem?.status === 409 && <WhatChanged detail={detail} note={decision.note} />}
      </Refusal>
      {decidable && !detail.wrong_desk && <HindranceList hindrances={hindrancesOf(detail)} />}
      {decidable && detail.wrong_desk && <WrongDesk detail={detail} onRedirect={decision.redirectWith} />}
      {decidable && (
        <DecisionForm
          detail={detail}
          decision={decision.decision}
          onDecision={decision.setDecision}
          note={decision.note}
          onNote={decision.setNote}
          noteError={errorOf(problem, "note")}
          exclusions={decision.exclusions}
          problem={problem}
          onSubmit={decision.confirmFirst}
        />
      )}
      {decidable && detail.form === 9 && mayGoOn(detail.desk, detail.content.form) && (
        <OtherDesk detail={detail} onRedirect={decision.redirectWith} />
      )}
      {!decidable && !decided && <p>この申請には、今は判断を入力できません。</p>}
      <Question detail={detail} under={decision} />
    </section>
  );
}

/** One click sends it to where it belongs; the reason is there already and can be read before it is sent. */
function WrongDesk({
  detail,
  onRedirect,
}: {
  detail: DecisionBoxProps["detail"];
  onRedirect: (reason: string) => void;
}) {
  const other = DESKS[otherDesk(detail.desk)];
  return (
    <div class="notice-box notice-box--warning">
      <p>
        <strong>この様式を判断するのは{other.name}です。</strong>この窓口では受理できません。
      </p>
      <div class="actions">
        <Button
          kind="primary"
          onClick={() =>
            onRedirect(
              `この様式は${other.name}が担当しているため、そちらへ転送しました。出し直しは必要ありません。`,
            )
          }
        >
          {other.short}へ転送する
        </Button>
      </div>
    </div>
  );
}

/** What tells of a registrant never goes to the city. */
function mayGoOn(from: Desk, form: number): boolean {
  return from === "city" || deskOf(form) === "city";
}

/** R11: what came by mail may be the other desk's, whatever form the sender chose. One click sends it on. */
function OtherDesk({
  detail,
  onRedirect,
}: {
  detail: DecisionBoxProps["detail"];
  onRedirect: (reason: string) => void;
}) {
  const other = DESKS[otherDesk(detail.desk)];
  const reason = `${other.short}が担当する内容のため、そちらへ回しました。出し直しは必要ありません。`;
  return (
    <div class="actions">
      <Button onClick={() => onRedirect(reason)}>{other.short}へ回す</Button>
    </div>
  );
}

function Question({
  detail,
  under,
}: {
  detail: DecisionBoxProps["detail"];
  under: ReturnType<typeof useDecision>;
}) {
  const { decision, note, exclusions } = under;
  if (decision === null) return null;
  const words = wordsOf(decision, detail.form);
  const people = peopleOf(detail);
  const excluded = decision === "accept" ? [...exclusions.notes] : [];
  const to = decision === "redirect" ? `(${DESKS[otherDesk(detail.desk)].name}へ)` : "";
  return (
    <ConfirmDialog
      open={under.confirming}
      heading={words.question}
      confirm={words.confirm}
      danger={decision === "reject"}
      sending={under.sending}
      onConfirm={() => void under.decide()}
      onCancel={under.cancel}
    >
      <p>
        {detail.organization_name}({detail.people_count}人){to}
      </p>
      <p>{words.consequence}</p>
      {excluded.length > 0 && (
        <>
          <p>次の{excluded.length}人は除きます。</p>
          <ul>
            {excluded.map(([person, reason]) => (
              <li key={person}>
                {people[person]}さん: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {note.trim() && <blockquote class="history__note">{note}</blockquote>}
    </ConfirmDialog>
  );
}

function Done({ decision, detail }: { decision: Decision; detail: DecisionBoxProps["detail"] }) {
  return (
    <div class="notice-box notice-box--success">
      <p>
        <strong>{wordsOf(decision, detail.form).done}</strong>
      </p>
      {decision === "accept" && (detail.form === 4 || detail.form === 5) && detail.accounts.length > 0 && (
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
