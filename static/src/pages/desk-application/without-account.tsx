import type { MemberInput, NamedPerson } from "../../api/types";

interface WithoutAccountProps {
  people: MemberInput[];
  named: NamedPerson[];
}

/** They cannot enter the room yet: who they might be, and how they get an account. */
export function WithoutAccount({ people, named }: WithoutAccountProps) {
  const waiting = people
    .map((person, at) => ({ person, candidates: named.find((each) => each.at === at)?.candidates ?? [] }))
    .filter(({ person }) => person.user_id === null);
  if (waiting.length === 0) return null;
  return (
    <section class="card" aria-labelledby="without-account">
      <h2 id="without-account">アカウントのない担当者({waiting.length}人)</h2>
      <p>
        受理しても、この人たちはまだ部屋に入れません。「アカウント待ち」として残り、アカウントができたら登録者のページから割り当てられます。
      </p>
      <dl class="facts">
        {waiting.map(({ person, candidates }, at) => (
          <div key={`${person.name}-${at}`}>
            <dt>
              {person.name}({person.organization_name})
            </dt>
            <dd>
              {candidates.length === 0
                ? "同じふりがなのアカウントはありません。"
                : `同じふりがなのアカウントがあります: ${candidates
                    .map((candidate) => `${candidate.name}(${candidate.organization_name})`)
                    .join("、")}`}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        アカウントは、その人の団体のシステム管理担当者が
        <a href="/apply/account">様式第4号(アカウントの申請)</a>で市に申請します。
      </p>
    </section>
  );
}
