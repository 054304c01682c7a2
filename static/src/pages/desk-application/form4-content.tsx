import type { AccountApplication, Person } from "../../api/types";
import { DEVICE_KINDS, ORGANIZATION_KINDS, PROFESSIONS, word } from "../../city/words";
import { ApplicantFacts, ExcludedNote, Fact } from "./facts";

/** Everything that Form 4 says, in the order of the paper form. */
export function Form4Content({ detail }: { detail: AccountApplication }) {
  const { organization, applicant, people, pledge } = detail.content;
  return (
    <>
      <section class="card" aria-labelledby="organization">
        <h2 id="organization">団体</h2>
        <dl class="facts">
          {/* An organization that is registered already is sent by its number alone. */}
          <Fact name="名称">{detail.organization_name}</Fact>
          {organization.id ? (
            <Fact name="登録">登録済み(利用団体番号 {organization.id})</Fact>
          ) : (
            <>
              <Fact name="種類">{organization.kind && word(ORGANIZATION_KINDS, organization.kind)}</Fact>
              <Fact name="所在地">{`〒${organization.postal_code ?? ""}\n${organization.address ?? ""}`}</Fact>
              <Fact name="電話番号">{organization.phone}</Fact>
            </>
          )}
        </dl>
      </section>
      <ApplicantFacts applicant={applicant} pledge={pledge} />
      <section class="card" aria-labelledby="people">
        <h2 id="people">アカウントを使う人({people.length}人)</h2>
        <table class="list">
          <caption class="visually-hidden">アカウントを使う人</caption>
          <thead>
            <tr>
              <th scope="col">氏名</th>
              <th scope="col">職種</th>
              <th scope="col">メールアドレス</th>
              <th scope="col">端末</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <PersonRow
                key={`${person.name}-${person.email}-${person.device.asset_number}`}
                person={person}
                at={at}
                excluded={detail.excluded}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface PersonRowProps {
  person: Person;
  at: number;
  excluded: AccountApplication["excluded"];
}

function PersonRow({ person, at, excluded }: PersonRowProps) {
  return (
    <tr>
      <th scope="row">
        {person.name}
        <span class="kana">{person.kana}</span>
        <ExcludedNote excluded={excluded} at={at} />
      </th>
      <td data-label="職種">
        {word(PROFESSIONS, person.profession)}
        {person.profession_other && `(${person.profession_other})`}
      </td>
      <td data-label="メールアドレス">{person.email}</td>
      <td data-label="端末">
        {word(DEVICE_KINDS, person.device.kind)} <span class="code">{person.device.asset_number}</span>
      </td>
    </tr>
  );
}
