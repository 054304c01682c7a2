import type { LimitLine, VitalSeries } from "../../api/vitals";
import { MARKS, type Mark, VITAL_KINDS, type VitalKind, vitalNumber } from "../../city/vital-words";

/** Kinds that are read together share one graph. */
export interface Group {
  name: string;
  kinds: VitalKind[];
}

export const GROUPS: Group[] = [
  { name: "体温", kinds: ["body_temperature"] },
  { name: "血圧", kinds: ["systolic_pressure", "diastolic_pressure"] },
  { name: "脈拍", kinds: ["pulse"] },
  { name: "SpO2", kinds: ["spo2"] },
  { name: "体重", kinds: ["weight"] },
  { name: "呼吸数", kinds: ["respiration"] },
  { name: "血糖", kinds: ["blood_glucose"] },
  { name: "食事", kinds: ["main_dish", "side_dish"] },
  { name: "水分", kinds: ["fluids"] },
  { name: "排泄", kinds: ["urine", "stool"] },
  { name: "痛み", kinds: ["pain"] },
];

/** What is looked at nearly always. */
export const USUAL_GROUPS = ["体温", "血圧", "脈拍", "SpO2", "体重"];

export interface Band {
  low: number | null;
  high: number | null;
}

/** One line: a value for each time of the graph, null where there is none. */
export interface Line {
  kind: VitalKind;
  values: (number | null)[];
  marks: (Mark | null)[];
  /** Of each day its least and greatest; none when every value is drawn. */
  least: (number | null)[] | null;
  greatest: (number | null)[] | null;
  band: Band | null;
}

/** The lines of a group over its common times, in milliseconds UTC, rising. */
export interface Graph {
  name: string;
  times: number[];
  lines: Line[];
  thinned: boolean;
}

export function graphOf({ name, kinds }: Group, series: VitalSeries[], limits: LimitLine[]): Graph {
  const found = kinds.flatMap((kind) => series.find((one) => one.kind === kind) ?? []);
  const thinned = found.some((one) => one.thinned);
  const times = [...new Set(found.flatMap(({ at }) => at))].sort((a, b) => a - b);
  const place = new Map(times.map((time, at) => [time, at]));
  const spread = <T>(at: number[], column: T[]): (T | null)[] => {
    const values: (T | null)[] = new Array(times.length).fill(null);
    for (const [index, time] of at.entries()) values[place.get(time) ?? 0] = column[index] ?? null;
    return values;
  };
  const lines = found.map((one) => {
    const limit = limits.find(({ kind }) => kind === one.kind);
    return {
      kind: one.kind,
      values: spread(one.at, one.value),
      marks: spread(one.at, one.mark),
      least: one.thinned ? spread(one.at, one.least) : null,
      greatest: one.thinned ? spread(one.at, one.greatest) : null,
      band: limit ? { low: limit.low, high: limit.high } : null,
    };
  });
  return { name, times, lines, thinned };
}

/** What is read of one time of a line: 38.5℃ 範囲より高い. */
export function valueInWords(line: Line, at: number): string {
  const value = line.values[at];
  if (value === null || value === undefined) return "";
  const { unit } = VITAL_KINDS[line.kind];
  const [least, greatest] = [line.least?.[at], line.greatest?.[at]];
  const spread =
    least !== null && least !== undefined && greatest !== null && greatest !== undefined && least !== greatest
      ? ` (${vitalNumber(line.kind, least)}〜${vitalNumber(line.kind, greatest)})`
      : "";
  const mark = line.marks[at];
  return `${vitalNumber(line.kind, value)}${unit}${spread}${mark ? ` ${MARKS[mark]}` : ""}`;
}
