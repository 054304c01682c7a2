import type { Problem } from "../../api/problem";
import { loadThemes } from "../../api/room-desk";
import { MYSELF, type RoomInput } from "../../api/rooms";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { ROOM_RULES } from "../../city/room-words";
import { errorOf, Failure, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { keepEnter } from "../support-room-form/support-room-form";
import { DetailsFields } from "./details-fields";
import { PeoplePart } from "./people-part";

export const EMPTY_ROOM: RoomInput = {
  applicant: MYSELF,
  name: "",
  purpose: "",
  theme_id: null,
  scope: "",
  participants: [],
  visibility: "listed",
  rules_accepted: false,
};

interface RoomFormProps {
  me: Me;
  fields: RoomInput;
  onFields: (fields: RoomInput) => void;
  problem: Problem | null;
  submit: string;
  sending: boolean;
  onSubmit: () => void;
}

/** The application to open a room (R23, R24). */
export function RoomForm({ me, fields, onFields, problem, ...rest }: RoomFormProps) {
  const themes = useLoaded("themes", () => loadThemes());
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
      <fieldset class="group">
        <legend>1 部屋</legend>
        {themes.problem && <Failure problem={themes.problem} onRetry={() => void themes.reload()} />}
        <DetailsFields
          fields={fields}
          onFields={(changed) => onFields({ ...fields, ...changed })}
          themes={themes.data?.items ?? []}
          problem={problem}
        />
      </fieldset>
      <PeoplePart
        path="participants"
        legend="2 はじめから参加する人"
        empty="まだ選んでいません。申請するあなたは、選ばなくても参加します。ほかの人は、あとから参加を申請することもできます。"
        me={me}
        people={fields.participants}
        onPeople={(participants) => onFields({ ...fields, participants })}
        problem={problem}
        oneself={false}
      />
      <RulesPart
        accepted={fields.rules_accepted}
        onAccepted={(rules_accepted) => onFields({ ...fields, rules_accepted })}
        error={errorOf(problem, "rules_accepted")}
      />
      <PhonePart
        legend="4 申請する人"
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

interface RulesPartProps {
  accepted: boolean;
  onAccepted: (accepted: boolean) => void;
  error: string | undefined;
}

/** R23, R27: what everybody who applies for a room keeps to. */
function RulesPart({ accepted, onAccepted, error }: RulesPartProps) {
  return (
    <fieldset class="group">
      <legend>3 ルール</legend>
      <ul id="rules">
        {ROOM_RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {error && (
        <p class="error" id="rules_accepted-error">
          {error}
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          id="rules_accepted"
          aria-describedby={error ? "rules rules_accepted-error" : "rules"}
          aria-invalid={error ? "true" : undefined}
          checked={accepted}
          onChange={() => onAccepted(!accepted)}
        />
        上のルールをすべて守ります
      </label>
    </fieldset>
  );
}

interface PhonePartProps {
  legend: string;
  me: Me;
  phone: string;
  onPhone: (phone: string) => void;
  problem: Problem | null;
}

/** Who applies is known; where the city can ask back is not. */
export function PhonePart({ legend, me, phone, onPhone, problem }: PhonePartProps) {
  return (
    <fieldset class="group">
      <legend>{legend}</legend>
      <p>
        <strong>{me.name}</strong>さん({me.organization.name})として申請します。
      </p>
      <TextField
        id="applicant-phone"
        label="昼間に連絡がつく電話番号"
        hint="市から確かめたいことがあるときに使います。"
        optional
        required={false}
        short
        type="tel"
        autocomplete="tel"
        value={phone}
        onValue={onPhone}
        error={errorOf(problem, "applicant.phone")}
      />
    </fieldset>
  );
}
