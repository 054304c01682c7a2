import type { MemberInput, NamedPerson } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { Badge } from "../../interface/status-badge";

interface NamedPeopleProps {
  heading: string;
  people: MemberInput[];
  named: NamedPerson[];
}

/** The people of a Form 8, and for each whether there is an account. */
export function NamedPeople({ heading, people, named }: NamedPeopleProps) {
  return (
    <section class="card" aria-labelledby="team">
      <h2 id="team" tabIndex={-1}>
        {heading}
      </h2>
      <table class="list">
        <caption class="visually-hidden">支援チーム</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">職種</th>
            <th scope="col">団体</th>
            <th scope="col">アカウント</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => (
            <tr key={`${person.user_id ?? ""}-${person.name}-${at}`}>
              <th scope="row">
                {person.name}
                <span class="kana">{person.kana}</span>
              </th>
              <td data-label="職種">{word(PROFESSIONS, person.profession)}</td>
              <td data-label="団体">{person.organization_name}</td>
              <td data-label="アカウント">
                <AccountBadge person={person} named={named.find((each) => each.at === at)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Somebody may have stopped since the form was written. */
export function AccountBadge({ person, named }: { person: MemberInput; named: NamedPerson | undefined }) {
  if (person.user_id === null) return <Badge kind="soon">まだありません</Badge>;
  if (named && !named.known) return <Badge kind="late">今は使えません</Badge>;
  return <Badge kind="done">あります</Badge>;
}
