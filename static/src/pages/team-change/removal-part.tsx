import type { Problem } from "../../api/problem";
import type { TeamMember } from "../../api/support";
import { PROFESSIONS, word } from "../../city/words";
import { monthAndDay } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { errorTextUnder, idOf } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { focusSoon } from "../../interface/focus-soon";
import { Badge } from "../../interface/status-badge";
import { sortedTeam } from "../care-team/sorting";
import { type Removal, withoutRemoval, withRemoval } from "./fields";
import type { TeamChangeFormProps } from "./team-change-form";

interface RemovalPartProps extends TeamChangeFormProps {
  today: string;
}

/** The team as it is, each with a way out. */
export function RemovalPart({ room, fields, onFields, problem, today }: RemovalPartProps) {
  const team = sortedTeam(room?.team ?? []);
  const inRoom = new Set(team.map((member) => member.user_id));
  const changeDay = (removal: Removal, on: string) =>
    onFields({
      ...fields,
      removals: fields.removals.map((each) => (each === removal ? { ...each, on } : each)),
    });
  const take = (member: TeamMember) => {
    onFields(withRemoval(fields, member, today));
    // The button that was pressed is gone; what is to be said next is the day.
    focusSoon(idOf(`changes[${fields.removals.length}].on`));
  };
  const takeBack = ({ user_id }: Removal) => {
    onFields(withoutRemoval(fields, user_id));
    focusSoon(lineId(user_id));
  };
  const leaving = (removal: Removal) => (
    <Leaving
      path={`changes[${fields.removals.indexOf(removal)}]`}
      removal={removal}
      problem={problem}
      onDay={(on) => changeDay(removal, on)}
      onTakeBack={() => takeBack(removal)}
    />
  );
  return (
    <fieldset class="group">
      <legend>1 今の担当者</legend>
      {!room && <p>この部屋の担当者ではないため、今のチームは表示できません。</p>}
      {team.map((member) => {
        const removal = fields.removals.find((each) => each.user_id === member.user_id);
        return (
          <div
            class={removal ? "member member--leaving" : "member"}
            key={member.user_id}
            id={lineId(member.user_id)}
            tabIndex={-1}
          >
            <MemberName member={member} />
            {removal ? (
              leaving(removal)
            ) : (
              <Button small onClick={() => take(member)}>
                外す<span class="visually-hidden">({member.name})</span>
              </Button>
            )}
          </div>
        );
      })}
      {fields.removals
        .filter((removal) => removal.user_id === null || !inRoom.has(removal.user_id))
        .map((removal) => (
          <div class="member member--leaving" key={removal.user_id}>
            <p>
              <strong>{removal.name}</strong>
            </p>
            {leaving(removal)}
          </div>
        ))}
      {room && room.planned.length > 0 && (
        <p class="hint">
          これから加わる人:{" "}
          {room.planned.map((member) => `${member.name}(${monthAndDay(member.since)}から)`).join("、")}
        </p>
      )}
    </fieldset>
  );
}

function lineId(userId: number | null): string {
  return `team-${userId}`;
}

function MemberName({ member }: { member: TeamMember }) {
  return (
    <p>
      <strong>{member.name}</strong> {member.is_me && <Badge>あなた</Badge>}
      <span class="kana">
        {word(PROFESSIONS, member.profession)} ・ {member.organization_name}
        {member.until && ` ・ ${monthAndDay(member.until)}に外れることが決まっています`}
      </span>
    </p>
  );
}

interface LeavingProps {
  path: string;
  removal: Removal;
  problem: Problem | null;
  onDay: (on: string) => void;
  onTakeBack: () => void;
}

/** On which day somebody leaves; today means as soon as the notice is accepted. */
function Leaving({ path, removal, problem, onDay, onTakeBack }: LeavingProps) {
  return (
    <>
      <Button small onClick={onTakeBack}>
        外すのをやめる<span class="visually-hidden">({removal.name})</span>
      </Button>
      <div id={idOf(path)} tabIndex={-1}>
        <TextField
          id={idOf(`${path}.on`)}
          label={`${removal.name}さんが外れる日`}
          type="date"
          short
          hint="この日から部屋に入れなくなります。今日か、それより前の日は、受理されたときからです。"
          value={removal.on}
          onValue={onDay}
          error={errorTextUnder(problem, path)}
        />
      </div>
    </>
  );
}
