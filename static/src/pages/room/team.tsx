import type { AwaitingMember, Room, TeamMember } from "../../api/support";
import { PROFESSIONS, word } from "../../city/words";
import { monthAndDay, wareki } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";
import { sortedTeam } from "../care-team/sorting";

/** Who cares for the registrant (R16), who will, and who cannot come in yet. */
export function Team({ room }: { room: Room }) {
  return (
    <section class="card" aria-labelledby="team">
      <h2 id="team">担当者({room.team.length}人)</h2>
      <MemberTable caption="今の担当者" members={sortedTeam(room.team)} />
      {room.planned.length > 0 && (
        <>
          <h3>これから加わる人({room.planned.length}人)</h3>
          <MemberTable caption="これから加わる人" members={sortedTeam(room.planned)} planned />
        </>
      )}
      {room.awaiting.length > 0 && <Awaiting people={sortedTeam(room.awaiting)} />}
    </section>
  );
}

interface MemberTableProps {
  caption: string;
  members: TeamMember[];
  planned?: boolean;
}

function MemberTable({ caption, members, planned = false }: MemberTableProps) {
  return (
    <table class="list">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">職種</th>
          <th scope="col">団体</th>
          <th scope="col">参加</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={`${member.user_id}-${member.since}`}>
            <th scope="row">
              {member.name} {member.is_me && <Badge>あなた</Badge>}
              <span class="kana">{member.kana}</span>
            </th>
            <td data-label="職種">{word(PROFESSIONS, member.profession)}</td>
            <td data-label="団体">{member.organization_name}</td>
            <td data-label="参加">
              <time dateTime={member.since}>{wareki(member.since)}</time>から{" "}
              {planned && <Badge kind="quiet">予定</Badge>}
              {member.until && <Badge kind="soon">{monthAndDay(member.until)}に外れます</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Awaiting({ people }: { people: AwaitingMember[] }) {
  return (
    <>
      <h3>アカウントを待っている人({people.length}人)</h3>
      <p class="hint">
        この人たちはまだ部屋に入れません。団体のシステム管理担当者がアカウントを申し込み(様式第4号)、医師会の窓口が部屋に加えます。
      </p>
      <ul class="devices">
        {people.map((person) => (
          <li key={`${person.kana}-${person.organization_name}-${person.profession}`}>
            <p>
              <strong>{person.name}</strong> <span class="quiet">{person.kana}</span>
            </p>
            <p>
              {word(PROFESSIONS, person.profession)} ・ {person.organization_name}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
