import type { ApplicationDetail, Person } from "../../api/types";
import { DEVICE_KINDS, ORGANIZATION_KINDS, PROFESSIONS, word } from "../../city/words";

type Content = ApplicationDetail["content"];

interface ApplicationContentProps {
  content: Content;
  /** An organization that is registered already is sent by its number alone. */
  organizationName: string;
}

/** Everything that the form says, in the order of the paper form. */
export function ApplicationContent({ content, organizationName }: ApplicationContentProps) {
  const { organization, applicant } = content;
  return (
    <>
      <section class="card" aria-labelledby="organization">
        <h2 id="organization">団体</h2>
        <dl class="facts">
          <Fact name="名称" value={organizationName} />
          {organization.id ? (
            <Fact name="登録" value={`登録済み(利用団体番号 ${organization.id})`} />
          ) : (
            <>
              <Fact
                name="種類"
                value={organization.kind ? word(ORGANIZATION_KINDS, organization.kind) : ""}
              />
              <Fact
                name="所在地"
                value={`〒${organization.postal_code ?? ""}\n${organization.address ?? ""}`}
              />
              <Fact name="電話番号" value={organization.phone ?? ""} />
            </>
          )}
        </dl>
      </section>
      <section class="card" aria-labelledby="applicant">
        <h2 id="applicant">申請者(システム管理担当者)</h2>
        <dl class="facts">
          <Fact name="氏名" value={`${applicant.name}(${applicant.kana})`} />
          <Fact name="電話番号" value={applicant.phone} />
          <Fact name="メールアドレス" value={applicant.email} />
          <Fact name="誓約" value={content.pledge ? "同意しています" : "同意がありません"} />
        </dl>
      </section>
      <section class="card" aria-labelledby="people">
        <h2 id="people">アカウントを使う人({content.people.length}人)</h2>
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
            {content.people.map((person) => (
              <PersonRow
                key={`${person.name}-${person.email}-${person.device.asset_number}`}
                person={person}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function PersonRow({ person }: { person: Person }) {
  return (
    <tr>
      <th scope="row">
        {person.name}
        <span class="kana">{person.kana}</span>
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

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
