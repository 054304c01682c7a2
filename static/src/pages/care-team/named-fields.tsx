import type { Problem } from "../../api/problem";
import type { MemberInput } from "../../api/support";
import { choices, PROFESSIONS } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { SelectField, TextField } from "../../interface/field";

interface NamedFieldsProps {
  /** The path of this person in the API: `team.members[2]`. */
  path: string;
  member: MemberInput;
  problem: Problem | null;
  onChange: (changed: Partial<MemberInput>) => void;
}

/** Somebody without an account, named by hand; comes into the room once there is an account. */
export function NamedFields({ path, member, problem, onChange }: NamedFieldsProps) {
  const text = (name: "name" | "kana" | "organization_name") => ({
    id: idOf(`${path}.${name}`),
    value: member[name],
    onValue: (value: string) => onChange({ [name]: value }),
    error: errorOf(problem, `${path}.${name}`),
  });
  // What is said about the person as a whole: named twice.
  const error = errorOf(problem, `${path}.user_id`);
  return (
    <>
      {error && <p class="error">{error}</p>}
      <TextField {...text("name")} label="氏名" />
      <TextField {...text("kana")} label="ふりがな" />
      <SelectField
        id={idOf(`${path}.profession`)}
        label="職種"
        value={member.profession}
        onValue={(profession) => onChange({ profession })}
        choices={choices(PROFESSIONS)}
        error={errorOf(problem, `${path}.profession`)}
        short
      />
      <TextField {...text("organization_name")} label="団体の名称" />
      <AccountFirst />
    </>
  );
}

/** Accounts are the city's, and only an organization's manager applies for them (R1). */
function AccountFirst() {
  return (
    <p class="hint">
      この人が部屋に入るには、先にアカウントが必要です。団体のシステム管理担当者が
      <a href="/apply/account" target="_blank" rel="noopener">
        アカウントを申し込みます(様式第4号、新しいタブで開きます)
      </a>
      。アカウントができたら、医師会の窓口がこの部屋に加えます。
    </p>
  );
}
