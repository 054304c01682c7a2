import { useMemo, useState } from "preact/hooks";
import { VITAL_KINDS } from "../../city/vital-words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { type Graph, type Line, valueInWords } from "./graph-data";

/** Rows at a time: a year has thousands. */
const ROWS = 100;

interface Row {
  time: number;
  cells: string[];
}

/** The same values as the graphs, newest first, for whoever does not look at pictures. */
export function GraphTable({ graphs }: { graphs: Graph[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="vital-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>値を表で見る</summary>
      {open && <Table graphs={graphs} />}
    </details>
  );
}

function Table({ graphs }: { graphs: Graph[] }) {
  const [rowCount, setRowCount] = useState(ROWS);
  const lines = graphs.flatMap((graph) => graph.lines);
  const rows = useMemo(() => rowsOf(graphs), [graphs]);
  const inWords = graphs.some(({ thinned }) => thinned) ? wareki : warekiWithTime;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who scrolls with the keyboard has to get here. */}
      <section class="vital-scroll" aria-label="測定値の表" tabIndex={0}>
        <table class="list">
          <caption class="visually-hidden">測定値</caption>
          <thead>
            <tr>
              <th scope="col">測定した日時</th>
              {lines.map(({ kind }) => (
                <th scope="col" key={kind}>
                  {VITAL_KINDS[kind].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, rowCount).map(({ time, cells }) => (
              <tr key={time}>
                <th scope="row">{inWords(new Date(time).toISOString())}</th>
                {cells.map((cell, at) => (
                  <td key={lines[at]?.kind}>{cell || "—"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint" role="status">
        {rows.length}行のうち{Math.min(rowCount, rows.length)}行を表示しています
      </p>
      {rowCount < rows.length && <Button onClick={() => setRowCount(rowCount + ROWS)}>続きを表示</Button>}
    </>
  );
}

function rowsOf(graphs: Graph[]): Row[] {
  const columns: { line: Line; places: Map<number, number> }[] = graphs.flatMap(({ times, lines }) => {
    const places = new Map(times.map((time, at) => [time, at]));
    return lines.map((line) => ({ line, places }));
  });
  const times = [...new Set(graphs.flatMap((graph) => graph.times))].sort((a, b) => b - a);
  return times.map((time) => ({
    time,
    cells: columns.map(({ line, places }) => {
      const at = places.get(time);
      return at === undefined ? "" : valueInWords(line, at);
    }),
  }));
}
