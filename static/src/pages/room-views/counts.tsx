import type { ViewCounts } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { monthAndDay, warekiWithTime } from "../../dates/wareki";
import { EmptyState } from "../../interface/answers";

/** How often the registrant was looked at: by each person, and on each day. */
export function Counts({ counts }: { counts: ViewCounts }) {
  if (counts.total === 0) return <EmptyState title="この期間には、だれも見ていません" />;
  return (
    <>
      <p role="status">
        合わせて<strong>{counts.total}回</strong>、{counts.by_person.length}人が見ました。
      </p>
      <ByPerson people={counts.by_person} />
      <ByDay days={counts.by_day} />
    </>
  );
}

function ByPerson({ people }: { people: ViewCounts["by_person"] }) {
  return (
    <table class="list">
      <caption>人ごとの回数</caption>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">職種と団体</th>
          <th scope="col">回数</th>
          <th scope="col">最後に見た日時</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.user_id}>
            <th scope="row">{person.user_name}</th>
            <td data-label="職種と団体">
              {word(PROFESSIONS, person.profession)} ・ {person.organization_name}
            </td>
            <td data-label="回数">{person.views}回</td>
            <td data-label="最後に見た日時">
              <time dateTime={person.last_at}>{warekiWithTime(person.last_at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByDay({ days }: { days: ViewCounts["by_day"] }) {
  return (
    <table class="list">
      <caption>日ごとの回数</caption>
      <thead>
        <tr>
          <th scope="col">日</th>
          <th scope="col">回数</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, views }) => (
          <tr key={day}>
            <th scope="row">
              <time dateTime={day}>{monthAndDay(day)}</time>
            </th>
            <td>{views}回</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
