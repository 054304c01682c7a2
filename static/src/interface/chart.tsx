import { useEffect, useRef, useState } from "preact/hooks";
import type { Drawing } from "./chart-drawing";
import "./chart.css";

/** One line of a chart: a value for each time, null where there is none or it may not be shown. */
export interface Series {
  name: string;
  unit: string;
  values: (number | null)[];
}

/** A value that stands out, such as one beyond a limit; `text` says why, and is read in the table. */
export interface Mark {
  series: number;
  at: number;
  text: string;
}

export interface ChartProps {
  /** What the chart shows: the caption, and the name of the table. */
  title: string;
  /** In milliseconds UTC, rising. */
  times: number[];
  series: Series[];
  marks?: Mark[];
  /** A time in the table. */
  timeInWords: (time: number) => string;
  /** A time below the chart, short; "" for none. */
  tick: (time: number) => string;
  timeColumn: string;
  /** What the table says where there is no value. */
  missing?: string;
  /** Whether the table is in sight from the beginning; else it is one press away, and printed all the same. */
  tableOpen?: boolean;
}

const NO_MARKS: Mark[] = [];

/**
 * Values over time, drawn, and the same values as a table: nobody needs to see the picture. What draws is a file of its
 * own, which is fetched when the first chart is shown; without it the table remains.
 */
export function Chart(props: ChartProps) {
  const { title, series, times, marks = NO_MARKS, tick, tableOpen = false } = props;
  const canvas = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  const hasValues = series.some(({ values }) => values.some((value) => value !== null));

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is compared by its content, below.
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    let gone = false;
    import("./chart-drawing")
      .then(({ draw }) => {
        if (!gone) drawing.current = draw(place, { times, series, marks, tick });
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      drawing.current?.remove();
      drawing.current = null;
    };
  }, [hasValues, JSON.stringify([times, series, marks])]);

  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {hasValues && !failed && (
        <>
          <Legend series={series} />
          <div class="chart__canvas" ref={canvas} aria-hidden="true" />
        </>
      )}
      {failed && <p class="quiet">図を読み込めませんでした。数は下の表にあります。</p>}
      {!hasValues && <p class="quiet">図にできる数がまだありません。</p>}
      <details open={tableOpen}>
        <summary>数を表で見る</summary>
        <ChartTable {...props} />
      </details>
    </figure>
  );
}

/** Colors alone tell nothing to some: each line has its own dashes. */
function Legend({ series }: { series: Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul class="chart__legend" aria-hidden="true">
      {series.map(({ name }, at) => (
        <li key={name}>
          <svg width="32" height="10" viewBox="0 0 32 10" aria-hidden="true" focusable="false">
            <path d="M0 5H32" class={`chart__line chart__line--${at % LINES}`} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** So many lines look different from each other. */
const LINES = 4;

function ChartTable({ title, times, series, marks = NO_MARKS, ...words }: ChartProps) {
  const { timeInWords, timeColumn, missing = "—" } = words;
  const inWords = (value: number | null | undefined, unit: string) =>
    value === null || value === undefined ? missing : `${value.toLocaleString("ja-JP")}${unit}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who scrolls with the keyboard has to get here.
    <section class="chart__table" aria-label={`${title}の表`} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{timeColumn}</th>
            {series.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time, at) => (
            <tr key={time}>
              <th scope="row">{timeInWords(time)}</th>
              {series.map(({ name, unit, values }, index) => (
                <td key={name}>
                  {inWords(values[at], unit)}
                  {marks
                    .filter((mark) => mark.at === at && mark.series === index)
                    .map(({ text }) => (
                      <strong class="chart__mark" key={text}>
                        {text}
                      </strong>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
