import { useState } from "preact/hooks";
import type { MemberInput } from "../../api/support";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { focusSoon } from "../../interface/focus-soon";
import { ClinicianHint } from "../care-team/clinician-hint";
import { hintOf } from "../care-team/clinicians";
import { memberOfMe, WITHOUT_ACCOUNT } from "../care-team/member-inputs";
import { MemberPicker } from "../care-team/member-picker";
import { withMember, withoutMember } from "./fields";
import type { FormPart } from "./form-part";
import { MemberLine } from "./member-line";

export const MEMBERS_MAX = 50;

/** Form 8: who is to be in the room (R16). */
export function TeamSection(part: FormPart) {
  const { fields, onFields, problem } = part;
  const error = errorOf(problem, "team.members") ?? errorOf(problem, "team");
  return (
    <fieldset class="group" id={idOf("team")} tabIndex={-1}>
      <legend>4 支援チーム(様式第8号)</legend>
      <p>部屋に入る担当者です。自分も入るときは、自分も加えてください。</p>
      <label class="check check--boxed">
        <input
          type="checkbox"
          checked={fields.teamLater}
          onChange={() => onFields({ ...fields, teamLater: !fields.teamLater })}
        />
        支援チームは後から出す
      </label>
      {error && <p class="error">{error}</p>}
      {fields.teamLater ? (
        <p class="hint">
          同意書だけを先に受け付けます。支援チームがそろうまで受理されません。入力した内容は残ります。
        </p>
      ) : (
        <Members {...part} />
      )}
    </fieldset>
  );
}

function Members({ me, fields, onFields, problem }: FormPart) {
  const [message, setMessage] = useState("");
  const { members } = fields;
  const chosen = new Set(members.map((member) => member.user_id).filter((id) => id !== null));
  const add = (member: MemberInput) => {
    if (members.length >= MEMBERS_MAX) {
      setMessage(`一度に届け出られるのは${MEMBERS_MAX}人までです。`);
      return;
    }
    onFields(withMember(fields, member));
    setMessage(`${member.name || "アカウントのない人"}を加えました。今は${members.length + 1}人です。`);
    if (member.user_id === null) focusSoon(idOf(`team.members[${members.length}].name`));
  };
  const remove = (at: number) => {
    const member = members[at];
    if (member === undefined) return;
    onFields(withoutMember(fields, member.key));
    setMessage(`${member.name || "アカウントのない人"}を外しました。今は${members.length - 1}人です。`);
    // The button that was pressed is gone.
    focusSoon("members-heading");
  };
  return (
    <>
      <h3 id="members-heading" tabIndex={-1}>
        チームの人({members.length}人)
      </h3>
      <div class="stack" id={idOf("team.members")} tabIndex={-1}>
        {members.length === 0 && <p class="quiet">まだだれも選んでいません。下の名簿から加えてください。</p>}
        {members.map((member, at) => (
          <MemberLine
            key={member.key}
            at={at}
            member={member}
            problem={problem}
            onChange={(changed) =>
              onFields({
                ...fields,
                members: members.map((each) => (each.key === member.key ? { ...each, ...changed } : each)),
              })
            }
            onRemove={() => remove(at)}
          />
        ))}
      </div>
      <p role="status" class="hint status-line">
        {message}
      </p>
      <ClinicianHint hint={hintOf(members)} />
      <MemberPicker
        me={me}
        chosen={chosen}
        onAdd={add}
        onWithoutAccount={() => add(WITHOUT_ACCOUNT)}
        self={me.desk === null ? memberOfMe(me) : undefined}
      />
    </>
  );
}
