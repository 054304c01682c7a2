import type { CareTeamNotice, ChangeInput } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { japanDay, wareki } from "../../dates/wareki";
import { ApplicantFacts, Fact } from "./facts";
import { AccountBadge } from "./named-people";
import { PaperLink } from "./paper-link";
import { WithoutAccount } from "./without-account";

/** Who comes into the team of a registrant and who leaves it, each from which day. */
export function Form8Content({ detail }: { detail: CareTeamNotice & { form: 8 } }) {
  const { content, room } = detail;
  const changes = content.changes.map((change, at) => ({ change, at }));
  const added = changes.filter(({ change }) => change.change === "add");
  const removed = changes.filter(({ change }) => change.change === "remove");
  return (
    <>
      <PaperLink detail={detail} />
      <section class="card" aria-labelledby="registrant">
        <h2 id="registrant">登録者(支援を受ける方)</h2>
        <dl class="facts">
          <Fact name="氏名">{room.registrant_name}</Fact>
          {content.reason && <Fact name="変更の理由">{content.reason}</Fact>}
        </dl>
        <p class="no-print">
          <a href={`/desk/registrants/${room.registrant_id}`}>今の担当者を登録者のページで見る</a>
        </p>
      </section>
      <Changes id="added" heading={`加わる人(${added.length}人)`} rows={added} named={detail.members} />
      <Changes id="removed" heading={`外れる人(${removed.length}人)`} rows={removed} named={detail.members} />
      {removed.length > 0 && (
        <p class="hint">
          外れる人は、その日の始まりから、この部屋のメッセージ・ファイル・検索・通知を何も見られなくなります。書いた内容は残ります。
        </p>
      )}
      <WithoutAccount people={content.changes} named={detail.members} />
      <ApplicantFacts applicant={content.applicant} who="支援チームの調整をする人" />
    </>
  );
}

interface ChangesProps {
  id: string;
  heading: string;
  rows: { change: ChangeInput; at: number }[];
  named: CareTeamNotice["members"];
}

function Changes({ id, heading, rows, named }: ChangesProps) {
  if (rows.length === 0) return null;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <table class="list">
        <caption class="visually-hidden">{heading}</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">職種</th>
            <th scope="col">団体</th>
            <th scope="col">いつから</th>
            <th scope="col">アカウント</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ change, at }) => (
            <tr key={at}>
              <th scope="row">
                {change.name}
                <span class="kana">{change.kana}</span>
              </th>
              <td data-label="職種">{word(PROFESSIONS, change.profession)}</td>
              <td data-label="団体">{change.organization_name}</td>
              <td data-label="いつから">
                {wareki(change.on)}
                {change.on <= japanDay(new Date()) && <span class="kana">受理するとすぐに変わります</span>}
              </td>
              <td data-label="アカウント">
                <AccountBadge person={change} named={named.find((each) => each.at === at)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
