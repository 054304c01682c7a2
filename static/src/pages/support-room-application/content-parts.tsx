import type { ApplicantInput, MemberInput } from "../../api/support";
import { PROFESSIONS, word } from "../../city/words";
import { Badge } from "../../interface/status-badge";
import { Fact } from "../desk-application/facts";

export function ApplicantFacts({ applicant }: { applicant: ApplicantInput }) {
  return (
    <section class="card" aria-labelledby="applicant">
      <h2 id="applicant">申請する人</h2>
      <dl class="facts">
        <Fact name="氏名">{`${applicant.name}(${applicant.kana})`}</Fact>
        <Fact name="電話番号">{applicant.phone || "記入なし"}</Fact>
        <Fact name="メールアドレス">{applicant.email || "記入なし"}</Fact>
      </dl>
    </section>
  );
}

interface PeopleTableProps<Member extends MemberInput> {
  caption: string;
  people: Member[];
  day?: { heading: string; of: (member: Member) => string };
}

export function PeopleTable<Member extends MemberInput>({ caption, people, day }: PeopleTableProps<Member>) {
  return (
    <table class="list">
      <caption>
        {caption}({people.length}人)
      </caption>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">職種</th>
          <th scope="col">団体</th>
          {day && <th scope="col">{day.heading}</th>}
        </tr>
      </thead>
      <tbody>
        {people.map((member, at) => (
          <tr key={`${member.user_id}-${member.name}-${at}`}>
            <th scope="row">
              {member.name} {member.user_id === null && <Badge kind="quiet">アカウントなし</Badge>}
              <span class="kana">{member.kana}</span>
            </th>
            <td data-label="職種">{member.profession && word(PROFESSIONS, member.profession)}</td>
            <td data-label="団体">{member.organization_name}</td>
            {day && <td data-label={day.heading}>{day.of(member)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
