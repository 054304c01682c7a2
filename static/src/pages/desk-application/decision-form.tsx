import type { Application } from "../../api/applications";
import type { Problem } from "../../api/problem";
import { DESKS, otherDesk } from "../../city/names";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { type Decision, decisionsFor, wordsOf } from "./decisions";
import { ExclusionFields } from "./exclusion-fields";
import { HINDRANCES } from "./hindrance-list";
import { isChecklistOpen } from "./hindrances";
import { reasonsFor, withReason } from "./room-check-words";
import { type Exclusions, peopleOf } from "./use-exclusions";

interface DecisionFormProps {
  detail: Application;
  decision: Decision | null;
  onDecision: (decision: Decision) => void;
  note: string;
  onNote: (note: string) => void;
  noteError: string | undefined;
  exclusions: Exclusions;
  problem: Problem | null;
  onSubmit: () => void;
}

export function DecisionForm(props: DecisionFormProps) {
  const { detail, decision, note } = props;
  const noteRequired = decision !== null && wordsOf(decision, detail.form).noteRequired;
  const isBarred = (each: Decision) => each === "accept" && isChecklistOpen(detail);
  const choices = decisionsFor(detail);
  const first = choices.find((each) => !isBarred(each));
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <fieldset class="field">
        <legend>この申請を</legend>
        {choices.map((each) => (
          <label class="check" key={each}>
            <input
              type="radio"
              name="decision"
              id={each === first ? "decision-first" : `decision-${each}`}
              checked={decision === each}
              disabled={isBarred(each)}
              aria-describedby={isBarred(each) ? HINDRANCES : undefined}
              onChange={() => props.onDecision(each)}
            />
            {each === "redirect"
              ? `${DESKS[otherDesk(detail.desk)].short}へ転送する`
              : wordsOf(each, detail.form).label}
          </label>
        ))}
      </fieldset>
      {decision === "accept" && (
        <ExclusionFields people={peopleOf(detail)} exclusions={props.exclusions} problem={props.problem} />
      )}
      {(decision === "return" || decision === "reject") && detail.form === 1 && (
        <ReadyReasons reasons={reasonsFor(detail.checks)} note={note} onNote={props.onNote} />
      )}
      <Field
        id="note"
        label={noteRequired ? "申請者に伝える理由" : "申請者に伝えること"}
        optional={!noteRequired}
        error={props.noteError}
        hint="差戻しのときは、どこをどう直せばよいかを書いてください。"
      >
        {(attributes) => (
          <textarea
            {...attributes}
            value={note}
            maxLength={2000}
            aria-required={noteRequired ? "true" : undefined}
            onInput={(event) => props.onNote(event.currentTarget.value)}
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

interface ReadyReasonsProps {
  reasons: string[];
  note: string;
  onNote: (note: string) => void;
}

/** R23: what could not be made sure of, in words that the clerk puts into the note and goes on from. */
function ReadyReasons({ reasons, note, onNote }: ReadyReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <div class="stack">
      <p class="hint" id="ready-reasons">
        確かめていない項目の文例です。押すと下の欄に入ります。
      </p>
      <ul class="plain-list" aria-labelledby="ready-reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <Button small disabled={note.includes(reason)} onClick={() => onNote(withReason(note, reason))}>
              {reason}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
