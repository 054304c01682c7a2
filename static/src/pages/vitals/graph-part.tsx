import { useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useLoaded } from "../../api/use-loaded";
import { loadPoints, type VitalPoints } from "../../api/vitals";
import { daysLater } from "../../dates/days";
import { japanDay, wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { FilterTabs } from "../../interface/tabs";
import { GROUPS, graphOf, USUAL_GROUPS } from "./graph-data";
import { GraphTable } from "./graph-table";
import { Graphs } from "./graphs";
import { moved, type Period, periodIn, periodUntil, SPANS } from "./period";

/** What was measured in a period, as graphs below each other and as a table. */
export function GraphPart({ room }: { room: number }) {
  const { query } = useLocation();
  const today = japanDay(new Date());
  const period = periodIn(query, today);
  const [shown, setShown] = useState(USUAL_GROUPS);
  const groups = GROUPS.filter(({ name }) => shown.includes(name));
  const kinds = groups.flatMap((group) => group.kinds);
  const { from, to } = period;
  const { data, problem, reload } = useLoaded(`points ${room} ${from} ${to} ${kinds}`, async () =>
    kinds.length > 0 ? loadPoints(room, kinds, from, to) : { data: { from, to, series: [], limits: [] } },
  );
  return (
    <section class="stack" aria-label="グラフ">
      <PeriodChoice room={room} period={period} today={today} />
      <GroupChoice shown={shown} onShown={setShown} />
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="グラフ" />}
      {data && <Drawn points={data} shown={shown} />}
    </section>
  );
}

function Drawn({ points, shown }: { points: VitalPoints; shown: string[] }) {
  const drawn = useMemo(() => {
    const groups = GROUPS.filter(({ name }) => shown.includes(name));
    const graphs = groups.map((group) => graphOf(group, points.series, points.limits));
    return graphs.filter(({ times }) => times.length > 0);
  }, [points, shown]);
  if (drawn.length === 0) return <EmptyState title="この期間の測定値はありません" />;
  const [from, until] = [points.from, daysLater(points.to, 1)].map((day) =>
    Date.parse(`${day}T00:00:00+09:00`),
  );
  return (
    <>
      {drawn.some(({ thinned }) => thinned) && (
        <p class="hint">
          値が多いため、1日ごとの中央の値を線にしています。表には、いちばん低い値と高い値もあります。
        </p>
      )}
      <Graphs graphs={drawn} from={from ?? 0} until={until ?? 0} />
      <GraphTable graphs={drawn} />
    </>
  );
}

interface PeriodChoiceProps {
  room: number;
  period: Period;
  today: string;
}

function PeriodChoice({ room, period, today }: PeriodChoiceProps) {
  const href = ({ span, to }: Period) => `/rooms/${room}/vitals?view=graphs&span=${span}&to=${to}`;
  return (
    <>
      <FilterTabs
        name="グラフの長さ"
        current={period.span}
        links={SPANS.map((span) => ({ ...span, href: href(periodUntil(span.value, period.to)) }))}
      />
      <p class="row row--apart">
        <a class="no-print" href={href(moved(period, -1, today))}>
          前の期間
        </a>
        <strong>
          {period.from === period.to ? wareki(period.to) : `${wareki(period.from)} 〜 ${wareki(period.to)}`}
        </strong>
        {period.to < today ? (
          <a class="no-print" href={href(moved(period, 1, today))}>
            次の期間
          </a>
        ) : (
          <span />
        )}
      </p>
    </>
  );
}

interface GroupChoiceProps {
  shown: string[];
  onShown: (shown: string[]) => void;
}

function GroupChoice({ shown, onShown }: GroupChoiceProps) {
  return (
    <details class="no-print">
      <summary>グラフにする値を選ぶ</summary>
      <fieldset class="vital-groups">
        <legend class="visually-hidden">グラフにする値</legend>
        {GROUPS.map(({ name }) => (
          <label class="check" key={name}>
            <input
              type="checkbox"
              checked={shown.includes(name)}
              onChange={() =>
                onShown(shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name])
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
