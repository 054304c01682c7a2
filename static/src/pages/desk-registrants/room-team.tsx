import type { RegistrantRoom, TeamMember } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { lastDayBefore } from "./team";

/** Who is in the care team, who will be, and who was. */
export function RoomTeam({ room }: { room: RegistrantRoom }) {
  const { team, planned, past } = room;
  return (
    <div class="stack">
      <h3>{room.closed_at ? "閉じたときの担当者" : `今の担当者(${team.length}人)`}</h3>
      {team.length > 0 ? <TeamTable members={team} caption="今の担当者" /> : <p>担当者はいません。</p>}
      {planned.length > 0 && (
        <>
          <h3>これから加わる人({planned.length}人)</h3>
          <TeamTable members={planned} caption="これから加わる人" />
        </>
      )}
      {past.length > 0 && (
        <details class="room__past">
          <summary>外れた人({past.length}人)</summary>
          <TeamTable members={past} caption="外れた人" />
        </details>
      )}
    </div>
  );
}

function TeamTable({ members, caption }: { members: TeamMember[]; caption: string }) {
  return (
    <table class="list">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">職種</th>
          <th scope="col">団体</th>
          <th scope="col">期間</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={`${member.user_id} ${member.since}`}>
            <th scope="row">
              {member.name}
              <span class="kana">{member.kana}</span>
            </th>
            <td data-label="職種">{word(PROFESSIONS, member.profession)}</td>
            <td data-label="団体">{member.organization_name}</td>
            <td data-label="期間">
              {wareki(member.since)}から{member.until && `${wareki(lastDayBefore(member.until))}まで`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
