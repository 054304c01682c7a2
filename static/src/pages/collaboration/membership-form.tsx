import type { Problem } from "../../api/problem";
import { type MembershipInput, MYSELF } from "../../api/rooms";
import type { Me, MembershipChange } from "../../api/types";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ChoiceField } from "../../interface/choice-field";
import { idOnPage } from "../../interface/error-fields";
import { keepEnter } from "../support-room-form/support-room-form";
import { LongText } from "./details-fields";
import { PeoplePart } from "./people-part";
import { PhonePart } from "./room-form";
import { RoomPart } from "./room-part";

export const EMPTY_MEMBERSHIP: MembershipInput = {
  change: "",
  applicant: MYSELF,
  room_id: null,
  room_name: "",
  people: [],
  reason: "",
};

const CHANGES: { value: MembershipChange; label: string }[] = [
  { value: "join", label: "既存の部屋に参加する" },
  { value: "leave", label: "既存の部屋から退出する" },
];

interface MembershipFormProps {
  me: Me;
  fields: MembershipInput;
  onFields: (fields: MembershipInput) => void;
  problem: Problem | null;
  submit: string;
  sending: boolean;
  onSubmit: () => void;
}

/** One form to join and to leave, whose first question is which of the two (R25). */
export function MembershipForm({ me, fields, onFields, problem, ...rest }: MembershipFormProps) {
  const leaving = fields.change === "leave";
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        rest.onSubmit();
      }}
      onKeyDown={keepEnter}
    >
      <Refusal problem={problem} fieldId={idOnPage} />
      <ChoiceField
        id="change"
        legend="1 どちらを申請しますか"
        value={fields.change}
        onValue={(change) => onFields({ ...fields, change })}
        choices={CHANGES}
        error={errorOf(problem, "change")}
      />
      <RoomPart
        change={fields.change}
        room={fields.room_id}
        name={fields.room_name}
        onRoom={(room_id, room_name) => onFields({ ...fields, room_id, room_name })}
        problem={problem}
      />
      <PeoplePart
        path="people"
        legend={leaving ? "3 退出する人" : "3 参加する人"}
        empty="まだ選んでいません。一人以上を選んでください。"
        me={me}
        people={fields.people}
        onPeople={(people) => onFields({ ...fields, people })}
        problem={problem}
        others={!leaving || me.is_manager || me.desk !== null}
      />
      {leaving && <p class="hint">退出を申請できるのは、本人か、その人の団体のシステム管理担当者です。</p>}
      <LongText
        id="reason"
        label={leaving ? "4 退出する理由" : "4 参加する理由"}
        hint={
          leaving
            ? "例: 研修が終わったため"
            : "部屋の目的にどう関わる人かを書いてください。例: 研修の講師をします"
        }
        max={500}
        optional={leaving}
        value={fields.reason}
        onValue={(reason) => onFields({ ...fields, reason })}
        error={errorOf(problem, "reason")}
      />
      <PhonePart
        legend="5 申請する人"
        me={me}
        phone={fields.applicant.phone}
        onPhone={(phone) => onFields({ ...fields, applicant: { ...fields.applicant, phone } })}
        problem={problem}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={rest.sending}>
          {rest.submit}
        </Button>
      </div>
    </form>
  );
}
