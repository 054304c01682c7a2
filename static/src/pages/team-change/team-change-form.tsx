import { useMemo } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { japanDay } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOf, idOnPage } from "../../interface/error-fields";
import { Field } from "../../interface/field";
import { labelled } from "../../interface/labelled";
import { ApplicantPart } from "../care-team/applicant-part";
import { ChangeHint } from "../care-team/clinician-hint";
import { firstDayWithoutClinician } from "../care-team/clinicians";
import { labelOfTeamChange } from "../care-team/labels";
import { keepEnter } from "../support-room-form/support-room-form";
import { AdditionPart } from "./addition-part";
import { changesOf, type TeamChangeFields } from "./fields";
import type { ChangedRoom } from "./load-changed-room";
import { RemovalPart } from "./removal-part";

export interface TeamChangeFormProps {
  me: Me;
  /** Null when the person who corrects the notice is no longer in the room. */
  room: ChangedRoom | null;
  fields: TeamChangeFields;
  onFields: (fields: TeamChangeFields) => void;
  problem: Problem | null;
  submit: string;
  sending: boolean;
  onSubmit: () => void;
}

const REASON_MAX = 500;

export function TeamChangeForm(props: TeamChangeFormProps) {
  const { room, fields, onFields, problem } = props;
  const today = japanDay(new Date());
  const changes = changesOf(fields);
  const without =
    room && changes.length > 0
      ? firstDayWithoutClinician([...room.team, ...room.planned], changes, today)
      : null;
  const error = errorOf(problem, "changes");
  // The names are those that were sent; the summary takes the focus when it changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not when a line is edited
  const summary = useMemo(() => {
    const names = changes.map(({ name }) => name);
    return labelled(problem, (field) => labelOfTeamChange(field, names));
  }, [problem]);
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={keepEnter}
    >
      <Refusal problem={summary} fieldId={idOnPage} />
      <div class="stack" id={idOf("changes")} tabIndex={-1}>
        {error && <p class="error">{error}</p>}
        <RemovalPart {...props} today={today} />
      </div>
      <AdditionPart {...props} today={today} />
      <ChangeHint day={without} today={today} />
      <Field
        id={idOf("reason")}
        label="理由"
        optional
        hint="病名などの情報は書かないでください。例: 異動のため、訪問看護を始めるため"
        error={errorOf(problem, "reason")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={REASON_MAX}
            value={fields.reason}
            onInput={(event) => onFields({ ...fields, reason: event.currentTarget.value })}
          />
        )}
      </Field>
      <ApplicantPart
        legend="3 届け出る人"
        me={props.me}
        applicant={fields.applicant}
        onApplicant={(applicant) => onFields({ ...fields, applicant })}
        problem={problem}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={props.sending}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
