import { useState } from "preact/hooks";
import { loadViewCounts, loadViews } from "../../api/support-desk";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { wareki } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { Counts } from "../room-views/counts";
import type { Period } from "../room-views/period";
import { PeriodForm } from "../room-views/period-form";
import { ViewTable } from "../room-views/view-table";

const ROWS_AT_ONCE = 50;

interface ViewsPartProps {
  registrant: number;
  period: Period;
}

/** R21: who looked at this registrant, how often in a period, and each single view. */
export function ViewsPart({ registrant, period }: ViewsPartProps) {
  const [listed, setListed] = useState(false);
  const key = `${period.from} ${period.to}`;
  return (
    <section class="card" aria-labelledby="views">
      <h2 id="views" tabIndex={-1}>
        閲覧の記録
      </h2>
      <PeriodForm
        key={key}
        period={period}
        addressOf={({ from, to }) => `/desk/registrants/${registrant}?from=${from}&to=${to}#views`}
      />
      <h3>
        {wareki(period.from)}から{wareki(period.to)}までの回数
      </h3>
      <CountsOfPeriod key={`counts ${key}`} registrant={registrant} period={period} />
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

function CountsOfPeriod({ registrant, period }: ViewsPartProps) {
  const { data, problem, reload } = useLoaded(`counts ${registrant} ${period.from} ${period.to}`, () =>
    loadViewCounts(registrant, period),
  );
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="閲覧の回数" />}
      {data && <Counts counts={data} />}
    </>
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
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </div>
  );
}
