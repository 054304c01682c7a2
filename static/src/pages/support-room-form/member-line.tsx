import type { Problem } from "../../api/problem";
import type { MemberInput } from "../../api/support";
import { PROFESSIONS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { errorTextUnder, idOf } from "../../interface/error-fields";
import { NamedFields } from "../care-team/named-fields";
import type { MemberFields } from "./fields";

interface MemberLineProps {
  at: number;
  member: MemberFields;
  problem: Problem | null;
  onChange: (changed: Partial<MemberInput>) => void;
  onRemove: () => void;
}

/** One member of the team to be: from the directory, or named by hand. */
export function MemberLine({ at, member, problem, onChange, onRemove }: MemberLineProps) {
  const path = `team.members[${at}]`;
  if (member.user_id === null) {
    return (
      <fieldset class="person" id={idOf(path)} tabIndex={-1}>
        <legend>{`${at + 1}人目(アカウントのない人)`}</legend>
        <NamedFields path={path} member={member} problem={problem} onChange={onChange} />
        <div class="actions">
          <Button kind="danger" small onClick={onRemove}>
            {`${at + 1}人目を外す`}
          </Button>
        </div>
      </fieldset>
    );
  }
  const error = errorTextUnder(problem, path);
  return (
    <div class={error ? "member member--invalid" : "member"} id={idOf(path)} tabIndex={-1}>
      <p>
        <strong>{member.name}</strong>
        <span class="kana">{member.kana}</span>
        <span class="kana">
          {member.profession && word(PROFESSIONS, member.profession)} ・ {member.organization_name}
        </span>
      </p>
      <Button small onClick={onRemove}>
        外す<span class="visually-hidden">({member.name})</span>
      </Button>
      {error && <p class="error">{error}</p>}
    </div>
  );
}
