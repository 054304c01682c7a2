import { useMemo } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { CHANGE_CHOICES, MEMBERSHIP_CHANGES } from "../../city/room-words";
import { choices, word } from "../../city/words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ChoiceField } from "../../interface/choice-field";
import { errorTextUnder, idOf, idOnPage } from "../../interface/error-fields";
import { labelled } from "../../interface/labelled";
import { memberOfMe } from "../care-team/member-inputs";
import { LongText } from "../collaboration/details-fields";
import { FilerPart } from "../collaboration/filer-part";
import { labelOfRoomForm } from "../collaboration/labels";
import { type ChosenPerson, personOfMember } from "../collaboration/people";
import { PeoplePart, PersonLine } from "../collaboration/people-part";
import { keepEnter } from "../support-room-form/support-room-form";
import { choosesPeople, type MembershipFields, peopleOf } from "./fields";
import { RoomChooser } from "./room-chooser";

const PEOPLE_MAX = 50;
const REASON_MAX = 500;

interface MembershipFormProps {
  me: Me;
  fields: MembershipFields;
  onFields: (fields: MembershipFields) => void;
  problem: Problem | null;
  submit: string;
  sending: boolean;
  /** The people are those whom the form names now. */
  onSubmit: (people: ChosenPerson[]) => void;
}

/** One form to join and to leave; its first question is which of the two (R25). */
export function MembershipForm(props: MembershipFormProps) {
  const { me, fields, onFields, problem } = props;
  const people = peopleOf(fields, me, personOfMember(memberOfMe(me)));
  // The names are those that were sent; the summary takes the focus when it changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not when a line is edited
  const summary = useMemo(() => {
    const names = people.map(({ name }) => name);
    return labelled(problem, (field) => labelOfRoomForm(field, names));
  }, [problem]);
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(people);
      }}
      onKeyDown={keepEnter}
    >
      <Refusal problem={summary} fieldId={idOnPage} />
      <div class="group">
        <ChoiceField
          id="change"
          legend="1 どちらを申請しますか"
          value={fields.change}
          onValue={(change) => onFields({ ...fields, change })}
          choices={choices(CHANGE_CHOICES)}
          error={errorOf(problem, "change")}
        />
      </div>
      <fieldset class="group">
        <legend>2 部屋</legend>
        <RoomChooser
          chosen={fields.room}
          typed={fields.room_name}
          onRoom={(room, room_name) => onFields({ ...fields, room, room_name })}
          problem={problem}
        />
      </fieldset>
      <People {...props} people={people} />
      <Reason {...props} />
      <FilerPart
        legend="5 申請する人"
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

function People({ me, fields, onFields, problem, people }: MembershipFormProps & { people: ChosenPerson[] }) {
  const leaving = fields.change === "leave";
  const who = fields.change === "" ? "参加・退出する人" : `${word(MEMBERSHIP_CHANGES, fields.change)}する人`;
  return (
    <fieldset class="group">
      <legend>3 {who}</legend>
      {choosesPeople(fields, me) ? (
        <PeoplePart
          me={me}
          heading={who}
          path="people"
          max={PEOPLE_MAX}
          people={people}
          onPeople={(changed) => onFields({ ...fields, people: changed })}
          problem={problem}
          withMe
          within={leaving ? me.organization : undefined}
        >
          {leaving && (
            <p class="hint">
              システム管理担当者は、自分の団体の人の退出を申請できます。ほかの団体の人は、本人かその団体の担当者が申請します。
            </p>
          )}
        </PeoplePart>
      ) : (
        <div class="stack" id="people" tabIndex={-1}>
          {people.map((person, at) => (
            <PersonLine
              key={person.user_id}
              id={idOf(`people[${at}]`)}
              person={person}
              error={errorTextUnder(problem, `people[${at}]`)}
            />
          ))}
          <p class="hint">
            退出は本人が申請します。ほかの人を外すときは、その人の団体のシステム管理担当者に頼んでください。
          </p>
        </div>
      )}
    </fieldset>
  );
}

function Reason({ fields, onFields, problem }: MembershipFormProps) {
  const leaving = fields.change === "leave";
  return (
    <fieldset class="group">
      <legend>4 理由</legend>
      <LongText
        id="reason"
        label={leaving ? "退出する理由" : "参加する理由"}
        optional={leaving}
        hint={
          leaving
            ? "例: 研修が終わったため、担当が替わったため。500文字まで。"
            : "部屋の目的にどう関わる人かが分かるように書いてください。500文字まで。例: 研修の講師をするため"
        }
        max={REASON_MAX}
        value={fields.reason}
        onValue={(reason) => onFields({ ...fields, reason })}
        error={errorOf(problem, "reason")}
      />
    </fieldset>
  );
}
