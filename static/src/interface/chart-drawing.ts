import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { ChartProps } from "./chart";

/** What is drawn, until it is removed. */
export interface Drawing {
  remove: () => void;
}

interface Drawn extends Pick<ChartProps, "times" | "series" | "tick"> {
  marks: NonNullable<ChartProps["marks"]>;
}

const HEIGHT = 220;
const JAPAN = "Asia/Tokyo";
/** As chart.css draws the legend: solid, dashed, dotted, dash and dot. */
const DASHES = [[], [8, 4], [2, 4], [10, 4, 2, 4]];
const LINE_WIDTH = 2;
const POINT_SIZE = 7;
const MARK_RADIUS = 7;
/** Below this many pixels the words under the chart would touch. */
const TICK_SPACE = 64;

/** Draws lines with points into an empty element and follows its width. Nothing moves by itself. */
export function draw(place: HTMLElement, { times, series, marks, tick }: Drawn): Drawing {
  const colors = getComputedStyle(place);
  const color = (name: string) => colors.getPropertyValue(name).trim();
  const font = `12px ${colors.fontFamily}`;
  const axis = { stroke: color("--ink-soft"), font, grid: { stroke: color("--line"), width: 1 } };
  const options: uPlot.Options = {
    width: place.clientWidth,
    height: HEIGHT,
    ms: 1,
    tzDate: (time) => uPlot.tzDate(new Date(time), JAPAN),
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (_, min, max) => rangeOf(min, max) } },
    axes: [
      { ...axis, space: TICK_SPACE, values: (_, splits) => splits.map(tick) },
      { ...axis, size: 56, values: (_, splits) => splits.map((value) => value.toLocaleString("ja-JP")) },
    ],
    series: [{}, ...series.map((_, at) => lineOf(at, color))],
    hooks: { draw: [(plot) => drawMarks(plot, marks, color("--danger"))] },
  };
  const plot = new uPlot(options, [times, ...series.map(({ values }) => values)], place);
  const watcher = new ResizeObserver(() => {
    if (place.clientWidth > 0 && place.clientWidth !== plot.width) {
      plot.setSize({ width: place.clientWidth, height: HEIGHT });
    }
  });
  watcher.observe(place);
  return {
    remove: () => {
      watcher.disconnect();
      plot.destroy();
    },
  };
}

/** Room above and below the values; counts, which are never below zero, begin there when it is near. */
function rangeOf(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null) return [0, 1];
  const room = Math.max((max - min) * 0.1, Math.abs(max) * 0.02, 0.5);
  const nearZero = min >= 0 && min - room < max * 0.5;
  return [nearZero ? 0 : min - room, max + room];
}

function lineOf(at: number, color: (name: string) => string): uPlot.Series {
  const stroke = color(`--chart-${at % DASHES.length}`);
  return {
    stroke,
    width: LINE_WIDTH,
    dash: DASHES[at % DASHES.length] ?? [],
    points: { show: true, size: POINT_SIZE, fill: stroke },
    spanGaps: false,
  };
}

/** A ring around each value that stands out. */
function drawMarks(plot: uPlot, marks: Drawn["marks"], color: string) {
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = LINE_WIDTH * devicePixelRatio;
  for (const { at, series } of marks) {
    const time = plot.data[0][at];
    const value = plot.data[series + 1]?.[at];
    if (time === undefined || value === null || value === undefined) continue;
    ctx.beginPath();
    const radius = MARK_RADIUS * devicePixelRatio;
    ctx.arc(plot.valToPos(time, "x", true), plot.valToPos(value, "y", true), radius, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}
