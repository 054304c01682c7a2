import type { Cell } from "../../api/types";
import { cellInWords, monthInWords } from "./cell";

export function Count({ name, cell, counter }: { name: string; cell: Cell; counter: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={cell.hidden ? "usage__hidden" : ""}>{cellInWords(cell, counter)}</dd>
    </div>
  );
}

interface CountTableProps {
  /** The name of the table, for those who do not see what stands above it. */
  heading: string;
  column: string;
  counter: string;
  rows: { name: string; cell: Cell }[];
}

/** A small city would read the same words in row after row: what may not be shown is counted in one line. */
export function CountTable({ heading, column, counter, rows }: CountTableProps) {
  const shown = rows.filter(({ cell }) => !cell.hidden);
  return (
    <>
      {rows.length === 0 && <p>まだありません。</p>}
      {shown.length > 0 && (
        <table class="list usage">
          <caption class="visually-hidden">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">数</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, cell }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{cellInWords(cell, counter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <HiddenRows hidden={rows.length - shown.length} of={shown.length} />
    </>
  );
}

interface MonthTableProps {
  heading: string;
  column: string;
  months: string[];
  rows: { name: string; cells: Cell[] }[];
  /** Rows that the server has left out since none of their months may be shown. */
  leftOut?: number;
}

/** A row for each, a column for each month; on a phone it is scrolled, the names stay. */
export function MonthTable({ heading, column, months, rows, leftOut = 0 }: MonthTableProps) {
  const shown = rows.filter(({ cells }) => cells.some((cell) => !cell.hidden));
  return (
    <>
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who scrolls with the keyboard has to get here.
        <section class="chart__table" aria-label={`${heading}の表`} tabIndex={0}>
          <table>
            <caption class="visually-hidden">{heading}</caption>
            <thead>
              <tr>
                <th scope="col">{column}</th>
                {months.map((month) => (
                  <th scope="col" key={month}>
                    {monthInWords(month)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ name, cells }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, at) => (
                    <td key={months[at]}>{cell.hidden ? "—" : cellInWords(cell, "人")}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <HiddenRows hidden={rows.length - shown.length + leftOut} of={shown.length} />
    </>
  );
}

function HiddenRows({ hidden, of }: { hidden: number; of: number }) {
  if (hidden <= 0) return null;
  return (
    <p class="quiet">
      {of > 0 ? "ほかの" : ""}
      {hidden}行は、数が小さいため表示していません。
    </p>
  );
}
