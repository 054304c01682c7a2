import { describe, expect, it } from "vitest";
import type { LimitLine, VitalSeries } from "../../api/vitals";
import { graphOf, valueInWords } from "./graph-data";
import { moved, periodIn, periodUntil } from "./period";

const series = (kind: VitalSeries["kind"], at: number[], value: number[]): VitalSeries => ({
  kind,
  thinned: false,
  at,
  value,
  least: [],
  greatest: [],
  mark: value.map((one) => (one > 140 ? "high" : null)),
});

describe("a graph", () => {
  const pressure = { name: "血圧", kinds: ["systolic_pressure", "diastolic_pressure"] as const };
  const group = { name: pressure.name, kinds: [...pressure.kinds] };
  const upper = series("systolic_pressure", [1, 3], [128, 150]);
  const lower = series("diastolic_pressure", [1, 2], [76, 70]);
  const limit = { kind: "systolic_pressure", low: null, high: 140 } as LimitLine;

  it("puts its lines on one axis of time", () => {
    const { times, lines } = graphOf(group, [lower, upper], [limit]);
    expect(times).toEqual([1, 2, 3]);
    expect(lines.map(({ values }) => values)).toEqual([
      [128, null, 150],
      [76, 70, null],
    ]);
    expect(lines[0]?.band).toEqual({ low: null, high: 140 });
    expect(lines[1]?.band).toBeNull();
    expect(lines.map((line) => valueInWords(line, 2))).toEqual(["150mmHg 範囲より高い", ""]);
  });

  it("says the least and the greatest of a day", () => {
    const days = { ...series("body_temperature", [5], [36.5]), thinned: true, least: [36], greatest: [37.2] };
    const { lines, thinned } = graphOf({ name: "体温", kinds: ["body_temperature"] }, [days], []);
    expect(thinned).toBe(true);
    expect(lines.map((line) => valueInWords(line, 0))).toEqual(["36.5℃ (36.0〜37.2)"]);
  });

  it("of a kind that was never measured is empty", () => {
    expect(graphOf(group, [], [])).toEqual({ name: "血圧", times: [], lines: [], thinned: false });
  });
});

describe("a period", () => {
  it("ends on a day and goes back and forth, never beyond today", () => {
    const week = periodUntil("week", "2026-11-26");
    expect(week).toEqual({ span: "week", from: "2026-11-20", to: "2026-11-26" });
    expect(moved(week, -1, "2026-11-26").to).toBe("2026-11-19");
    expect(moved(week, 1, "2026-11-26")).toEqual(week);
  });

  it("is read from the address", () => {
    expect(periodIn({}, "2026-11-26")).toMatchObject({ span: "month", to: "2026-11-26" });
    expect(periodIn({ span: "day", to: "2026-11-01" }, "2026-11-26").from).toBe("2026-11-01");
    expect(periodIn({ span: "day", to: "2027-01-01" }, "2026-11-26").to).toBe("2026-11-26");
    expect(periodIn({ span: "century", to: "x" }, "2026-11-26").span).toBe("month");
  });
});
