import { useState } from "preact/hooks";
import { loadViewCounts, loadViews } from "../../api/support-desk";
import type { View, ViewCounts } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { VIEWED, VIEWED_VIA } from "../../city/support-words";
import { PROFESSIONS, word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { Badge } from "../../interface/status-badge";
import type { Period } from "./period";
import { PeriodForm } from "./period-form";

const ROWS_AT_ONCE = 50;

/** R21: who looked at this registrant, how often in a period, and each single view. */
export function ViewsPart({ registrant, start }: { registrant: number; start: Period }) {
  const [period, setPeriod] = useState(start);
  const [listed, setListed] = useState(false);
  return (
    <section class="card" aria-labelledby="views">
      <h2 id="views" tabIndex={-1}>
        閲覧の記録
      </h2>
      <PeriodForm period={period} onPeriod={setPeriod} />
      <Counts key={`${period.from} ${period.to}`} registrant={registrant} period={period} />
      {listed ? (
        <Views registrant={registrant} />
      ) : (
        <div class="actions no-print">
          <Button onClick={() => setListed(true)}>1回ごとの記録を見る</Button>
        </div>
      )}
    </section>
  );
}

function Counts({ registrant, period }: { registrant: number; period: Period }) {
  const { data, problem, reload } = useLoaded(`counts ${registrant} ${period.from} ${period.to}`, () =>
    loadViewCounts(registrant, period),
  );
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="閲覧の回数" />}
      {data && (
        <>
          <p>
            {wareki(period.from)}から{wareki(period.to)}までに、{data.by_person.length}人が合わせて
            <strong>{data.total}回</strong>見ました。
          </p>
          {data.by_person.length > 0 && <CountTable counts={data} />}
        </>
      )}
    </>
  );
}

function CountTable({ counts }: { counts: ViewCounts }) {
  return (
    <table class="list">
      <caption class="visually-hidden">見た人ごとの回数</caption>
      <thead>
        <tr>
          <th scope="col">見た人</th>
          <th scope="col">団体</th>
          <th scope="col">回数</th>
          <th scope="col">最後に見たとき</th>
        </tr>
      </thead>
      <tbody>
        {counts.by_person.map((person) => (
          <tr key={person.user_id}>
            <th scope="row">
              {person.user_name}
              <span class="kana">{word(PROFESSIONS, person.profession)}</span>
            </th>
            <td data-label="団体">{person.organization_name}</td>
            <td data-label="回数">{person.views}回</td>
            <td data-label="最後に見たとき">{warekiWithTime(person.last_at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Views({ registrant }: { registrant: number }) {
  const pages = usePages(`views ${registrant}`, (after) =>
    loadViews(registrant, { limit: ROWS_AT_ONCE, ...(after ? { after } : {}) }),
  );
  const { items, problem } = pages;
  return (
    <div class="stack">
      <h3>1回ごとの記録(新しい順)</h3>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="閲覧の記録" />}
      {items && (
        <>
          <ViewTable items={items} />
          <ListEnd
            counter="件"
            shown={items.length}
            hasMore={pages.hasMore}
            loading={pages.loading}
            loadingMore={pages.loadingMore}
            onMore={() => void pages.loadMore()}
            onReload={() => void pages.reload()}
          />
        </>
      )}
    </div>
  );
}

function ViewTable({ items }: { items: View[] }) {
  return (
    <table class="list">
      <caption class="visually-hidden">1回ごとの閲覧の記録</caption>
      <thead>
        <tr>
          <th scope="col">日時</th>
          <th scope="col">見た人</th>
          <th scope="col">見たもの</th>
          <th scope="col">立場</th>
        </tr>
      </thead>
      <tbody>
        {items.map((view, at) => (
          <tr key={`${view.at} ${view.user_id} ${at}`}>
            <th scope="row">
              <time dateTime={view.at}>{warekiWithTime(view.at)}</time>
            </th>
            <td data-label="見た人">
              {view.user_name}
              <span class="kana">
                {word(PROFESSIONS, view.profession)} {view.organization_name}
              </span>
            </td>
            <td data-label="見たもの">{word(VIEWED, view.what)}</td>
            <td data-label="立場">
              {view.via === "broken_glass" ? (
                <Badge kind="late">{word(VIEWED_VIA, view.via)}</Badge>
              ) : (
                word(VIEWED_VIA, view.via)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
