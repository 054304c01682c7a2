import type { AccountStop } from "../../api/types";
import { STOP_REASONS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { formatLoginId } from "../../device-key/login-code";
import { ApplicantFacts, ExcludedNote, Fact } from "./facts";

/** Whose use Form 6 ends, and why. */
export function Form6Content({ detail }: { detail: AccountStop }) {
  const { people, applicant } = detail.content;
  return (
    <>
      <section class="card" aria-labelledby="organization">
        <h2 id="organization">団体</h2>
        <dl class="facts">
          <Fact name="名称">{detail.organization_name}</Fact>
          <Fact name="登録">利用団体番号 {detail.organization_id}</Fact>
        </dl>
      </section>
      <section class="card" aria-labelledby="people">
        <h2 id="people">利用を中止する人({people.length}人)</h2>
        <table class="list">
          <caption class="visually-hidden">利用を中止する人</caption>
          <thead>
            <tr>
              <th scope="col">氏名</th>
              <th scope="col">ログインID</th>
              <th scope="col">理由</th>
              <th scope="col">最後に使う日</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <tr key={person.login_id}>
                <th scope="row">
                  {person.name}
                  <ExcludedNote excluded={detail.excluded} at={at} />
                </th>
                <td data-label="ログインID">
                  <span class="code">{formatLoginId(person.login_id)}</span>
                </td>
                <td data-label="理由">{word(STOP_REASONS, person.reason)}</td>
                <td data-label="最後に使う日">
                  {person.last_day ? wareki(person.last_day) : <span class="quiet">指定なし</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="hint">
          受理すると、この人たちのログイン・端末・参加している部屋がすぐに終わります。書いた内容は残ります。
        </p>
      </section>
      <ApplicantFacts applicant={applicant} />
    </>
  );
}
