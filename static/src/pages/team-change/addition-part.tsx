import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { MemberInput } from "../../api/support";
import { PROFESSIONS, word } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { errorTextUnder, idOf } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { focusSoon } from "../../interface/focus-soon";
import { WITHOUT_ACCOUNT } from "../care-team/member-inputs";
import { MemberPicker } from "../care-team/member-picker";
import { NamedFields } from "../care-team/named-fields";
import { type Addition, withAddition, withoutAddition } from "./fields";
import type { TeamChangeFormProps } from "./team-change-form";

interface AdditionPartProps extends TeamChangeFormProps {
  today: string;
}

/** Who comes into the team, from the directory or named by hand. */
export function AdditionPart({ me, room, fields, onFields, problem, today }: AdditionPartProps) {
  const [message, setMessage] = useState("");
  const { additions, removals } = fields;
  // Who is leaving may come back.
  const staying = (room?.team ?? []).filter((member) => member.until === null);
  const chosen = new Set(
    [...staying, ...(room?.planned ?? []), ...additions]
      .map((member) => member.user_id)
      .filter((id) => id !== null),
  );
  const add = (member: MemberInput) => {
    onFields(withAddition(fields, member, today));
    setMessage(`${member.name || "アカウントのない人"}を加えました。`);
    if (member.user_id === null) focusSoon(idOf(`changes[${removals.length + additions.length}].name`));
  };
  const remove = (addition: Addition) => {
    onFields(withoutAddition(fields, addition.key));
    setMessage(`${addition.name || "アカウントのない人"}を取り消しました。`);
    focusSoon("additions-heading");
  };
  return (
    <fieldset class="group">
      <legend>2 加える人</legend>
      <h3 id="additions-heading" tabIndex={-1}>
        加える人({additions.length}人)
      </h3>
      {additions.length === 0 && (
        <p class="quiet">まだいません。加えるときは、下の名簿から選んでください。</p>
      )}
      {additions.map((addition, at) => (
        <AdditionLine
          key={addition.key}
          path={`changes[${removals.length + at}]`}
          addition={addition}
          problem={problem}
          onChange={(changed) =>
            onFields({
              ...fields,
              additions: additions.map((each) =>
                each.key === addition.key ? { ...each, ...changed } : each,
              ),
            })
          }
          onRemove={() => remove(addition)}
        />
      ))}
      <p role="status" class="hint status-line">
        {message}
      </p>
      <MemberPicker me={me} chosen={chosen} onAdd={add} onWithoutAccount={() => add(WITHOUT_ACCOUNT)} />
    </fieldset>
  );
}

interface AdditionLineProps {
  path: string;
  addition: Addition;
  problem: Problem | null;
  onChange: (changed: Partial<Addition>) => void;
  onRemove: () => void;
}

function AdditionLine({ path, addition, problem, onChange, onRemove }: AdditionLineProps) {
  const day = (error: string | undefined) => (
    <TextField
      id={idOf(`${path}.on`)}
      label="加わる日"
      type="date"
      short
      hint="今日か、それより前の日は、受理されたときからです。"
      value={addition.on}
      onValue={(on) => onChange({ on })}
      error={error}
    />
  );
  if (addition.user_id === null) {
    return (
      <fieldset class="person" id={idOf(path)} tabIndex={-1}>
        <legend>{addition.name || "アカウントのない人"}</legend>
        <NamedFields path={path} member={addition} problem={problem} onChange={onChange} />
        {day(errorOf(problem, `${path}.on`))}
        <div class="actions">
          <Button kind="danger" small onClick={onRemove}>
            取り消す
          </Button>
        </div>
      </fieldset>
    );
  }
  return (
    <div class="member" id={idOf(path)} tabIndex={-1}>
      <p>
        <strong>{addition.name}</strong>
        <span class="kana">
          {addition.profession && word(PROFESSIONS, addition.profession)} ・ {addition.organization_name}
        </span>
      </p>
      <Button small onClick={onRemove}>
        取り消す<span class="visually-hidden">({addition.name})</span>
      </Button>
      {day(errorTextUnder(problem, path))}
    </div>
  );
}
