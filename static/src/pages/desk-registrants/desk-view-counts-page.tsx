import { useLocation } from "preact-iso";
import { loadRegistrantViews } from "../../api/support-desk";
import type { RegistrantViews } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { japanDay, wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { AssociationDesk } from "../../session/signed-in";
import { type Period, periodIn } from "../room-views/period";
import { PeriodForm } from "../room-views/period-form";
import "./registrants.css";

const ROWS_AT_ONCE = 100;

export function DeskViewCountsPage() {
  return <AssociationDesk>{() => <ViewCounts />}</AssociationDesk>;
}

/** R21: how often each registrant was looked at; far too often is worth a question. */
function ViewCounts() {
  const { query } = useLocation();
  const period = periodIn(query, japanDay(new Date()));
  const key = `${period.from} ${period.to}`;
  return (
    <Page heading="閲覧の回数" title="登録者ごとの閲覧の回数" wide help="association#views">
      <p class="row row--apart no-print">
        <a class="back" href="/desk/registrants">
          登録者の一覧へ戻る
        </a>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      <p>期間のうちに、登録者の情報がだれかに見られた回数です。だれが見たかは、登録者のページにあります。</p>
      <PeriodForm
        key={key}
        period={period}
        addressOf={({ from, to }) => `/desk/registrants/views?from=${from}&to=${to}`}
      />
      <h2>
        {wareki(period.from)}から{wareki(period.to)}まで
      </h2>
      <CountList key={`list ${key}`} period={period} />
    </Page>
  );
}

function CountList({ period }: { period: Period }) {
  const pages = usePages(`view-counts ${period.from} ${period.to}`, (after) =>
    loadRegistrantViews({ ...period, limit: ROWS_AT_ONCE, ...(after ? { after } : {}) }),
  );
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="閲覧の回数" />}
      {items?.length === 0 && <EmptyState title="この期間に、登録者の情報を見た人はいません" />}
      {items && items.length > 0 && (
        <>
          <CountTable items={items} period={period} />
          <ListEnd counter="人" pages={pages} />
        </>
      )}
    </>
  );
}

function CountTable({ items, period }: { items: RegistrantViews[]; period: Period }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">登録者ごとの閲覧の回数</caption>
      <thead>
        <tr>
          <th scope="col">登録者</th>
          <th scope="col">回数</th>
          <th scope="col">見た人</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.registrant_id}>
            <th scope="row">
              <a
                class="queue__link"
                href={`/desk/registrants/${item.registrant_id}?from=${period.from}&to=${period.to}#views`}
              >
                {item.name || `登録者番号${item.registrant_id}(削除済み)`}
              </a>
            </th>
            <td data-label="回数">{item.views}回</td>
            <td data-label="見た人">{item.people}人</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
