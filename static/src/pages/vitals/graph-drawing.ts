import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { VITAL_KINDS } from "../../city/vital-words";
import type { Graph } from "./graph-data";

/** Graphs that are drawn, until they are removed. */
export interface Drawing {
  remove: () => void;
  /** Puts the line of the cursor at a time of a graph, in all of them. */
  pointAt: (graph: number, at: number) => void;
  /** All graphs below each other as one picture. */
  picture: (title: string) => HTMLCanvasElement;
}

const HEIGHT = 200;
const JAPAN = "Asia/Tokyo";
const LINE_WIDTH = 2;
/** More would be one thick line. */
const POINTS_MAX = 150;
const DASHES = [[], [6, 4]];
const TICK_SPACE = 64;
const AXIS_WIDTH = 52;
const TITLE_HEIGHT = 28;
/** Between the numbers at the side. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

/** Draws the graphs below each other on one axis of time. Nothing moves by itself. */
export function draw(places: HTMLElement[], graphs: Graph[], from: number, until: number): Drawing {
  performance.mark("vitals-draw-begins");
  const plots = graphs.flatMap((graph, at) => {
    const place = places[at];
    return place ? [plotOf(place, graph, from, until)] : [];
  });
  // uPlot paints in microtasks, which were queued before this one.
  queueMicrotask(() => performance.measure("vitals-draw", "vitals-draw-begins"));
  const watcher = new ResizeObserver(() => {
    for (const [at, plot] of plots.entries()) {
      const width = places[at]?.clientWidth ?? 0;
      if (width > 0 && width !== plot.width) plot.setSize({ width, height: HEIGHT });
    }
  });
  for (const place of places) watcher.observe(place);
  return {
    remove: () => {
      watcher.disconnect();
      for (const plot of plots) plot.destroy();
    },
    pointAt: (graph, at) => {
      const time = plots[graph]?.data[0][at];
      if (time === undefined) return;
      for (const plot of plots) plot.setCursor({ left: plot.valToPos(time, "x"), top: 0 });
    },
    picture: (title) => pictureOf(plots, graphs, title),
  };
}

function plotOf(place: HTMLElement, graph: Graph, from: number, until: number): uPlot {
  const colors = getComputedStyle(place);
  const color = (name: string) => colors.getPropertyValue(name).trim();
  const font = `12px ${colors.fontFamily}`;
  const axis = { stroke: color("--ink-soft"), font, grid: { stroke: color("--line"), width: 1 } };
  const isDense = graph.times.length > POINTS_MAX;
  const options: uPlot.Options = {
    width: place.clientWidth,
    height: HEIGHT,
    ms: 1,
    tzDate: (time) => uPlot.tzDate(new Date(time), JAPAN),
    legend: { show: false },
    cursor: { sync: { key: "vitals" }, y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { range: [from, until] }, y: { range: (_, min, max) => rangeOf(graph, min, max) } },
    axes: [
      { ...axis, space: TICK_SPACE, values: (_, splits) => splits.map((time) => tick(time, until - from)) },
      { ...axis, size: AXIS_WIDTH, incrs: hasDecimals(graph) ? STEPS : STEPS.filter(Number.isInteger) },
    ],
    series: [
      {},
      ...graph.lines.map((_, at) => ({
        stroke: color(`--vital-line-${at}`),
        width: LINE_WIDTH,
        dash: DASHES[at % DASHES.length] ?? [],
        points: { show: !isDense, size: 6, fill: color(`--vital-line-${at}`) },
        spanGaps: true,
      })),
    ],
    hooks: {
      drawAxes: [(plot) => drawBands(plot, graph, color)],
      draw: [(plot) => drawMarks(plot, graph, color("--danger"), isDense)],
    },
  };
  return new uPlot(options, [graph.times, ...graph.lines.map(({ values }) => values)], place);
}

function hasDecimals({ lines }: Graph): boolean {
  return lines.some(({ kind }) => VITAL_KINDS[kind].decimals > 0);
}

/** Room above and below the values; the limits are in sight as well, when they are near. */
function rangeOf(graph: Graph, min: number | null, max: number | null): [number, number] {
  const ends = graph.lines
    .flatMap(({ band }) => [band?.low, band?.high])
    .filter((end) => typeof end === "number");
  if (min === null || max === null) return [0, 1];
  const [least, greatest] = [Math.min(min, ...ends), Math.max(max, ...ends)];
  const room = Math.max((greatest - least) * 0.1, hasDecimals(graph) ? 0.5 : 2);
  return [Math.max(0, least - room), greatest + room];
}

const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: JAPAN, month: "numeric", day: "numeric" });
const HOUR = new Intl.DateTimeFormat("ja-JP", { timeZone: JAPAN, hour: "numeric", minute: "2-digit" });

function tick(time: number, span: number): string {
  return (span <= 2 * 24 * 60 * 60 * 1000 ? HOUR : DAY).format(new Date(time));
}

/** Within the limits the ground is tinted. */
function drawBands(plot: uPlot, { lines }: Graph, color: (name: string) => string) {
  const { ctx, bbox } = plot;
  const scale = plot.scales.y;
  if (scale?.min === undefined || scale.max === undefined) return;
  ctx.save();
  ctx.globalAlpha = 0.5;
  ctx.fillStyle = color("--success-soft");
  for (const { band } of lines) {
    if (!band) continue;
    const top = plot.valToPos(Math.min(band.high ?? scale.max, scale.max), "y", true);
    const bottom = plot.valToPos(Math.max(band.low ?? scale.min, scale.min), "y", true);
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  }
  ctx.restore();
}

/** A ring around each value outside the limits; a dot where there are very many. */
function drawMarks(plot: uPlot, { times, lines }: Graph, color: string, isDense: boolean) {
  const { ctx } = plot;
  const radius = (isDense ? 3 : 7) * devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = LINE_WIDTH * devicePixelRatio;
  ctx.beginPath();
  for (const { marks, values } of lines) {
    for (const [at, mark] of marks.entries()) {
      const [time, value] = [times[at], values[at]];
      if (mark === null || time === undefined || value === null || value === undefined) continue;
      const [left, top] = [plot.valToPos(time, "x", true), plot.valToPos(value, "y", true)];
      ctx.moveTo(left + radius, top);
      ctx.arc(left, top, radius, 0, 2 * Math.PI);
    }
  }
  ctx.stroke();
  ctx.restore();
}

function pictureOf(plots: uPlot[], graphs: Graph[], title: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const scale = devicePixelRatio;
  const heights = plots.map((plot) => plot.ctx.canvas.height + TITLE_HEIGHT * scale);
  canvas.width = Math.max(1, ...plots.map((plot) => plot.ctx.canvas.width));
  canvas.height = heights.reduce((sum, height) => sum + height, TITLE_HEIGHT * scale);
  const ctx = canvas.getContext("2d");
  if (!ctx) return canvas;
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = "#1a1a1a";
  ctx.font = `${14 * scale}px sans-serif`;
  ctx.fillText(title, 8 * scale, 20 * scale);
  let top = TITLE_HEIGHT * scale;
  for (const [at, plot] of plots.entries()) {
    ctx.fillText(graphs[at]?.name ?? "", 8 * scale, top + 20 * scale);
    ctx.drawImage(plot.ctx.canvas, 0, top + TITLE_HEIGHT * scale);
    top += heights[at] ?? 0;
  }
  return canvas;
}
