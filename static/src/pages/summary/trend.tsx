import type { Summary } from "../../api/summary";
import { vitalText } from "../../city/vital-words";

const [WIDTH, HEIGHT, EDGE] = [60, 14, 2];

/** Where the last values of a kind are going; in words for whoever does not see it. */
export function Trend({ vital }: { vital: Summary["vitals"][number] }) {
  const { recent, latest } = vital;
  if (recent.length < 2) return null;
  const values = recent.map(({ value }) => value);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => EDGE + (at * (WIDTH - 2 * EDGE)) / (values.length - 1);
  const y = (value: number) =>
    greatest === least
      ? HEIGHT / 2
      : HEIGHT - EDGE - ((value - least) * (HEIGHT - 2 * EDGE)) / (greatest - least);
  const [lastX, lastY] = [x(values.length - 1), y(values.at(-1) ?? 0)];
  return (
    <>
      <svg class="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline
          points={values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}
        />
        <circle cx={lastX.toFixed(1)} cy={lastY.toFixed(1)} r="1.8" />
      </svg>
      <span class="visually-hidden">
        これまで: {values.map((value) => vitalText(latest.kind, value)).join("、")}
      </span>
    </>
  );
}
