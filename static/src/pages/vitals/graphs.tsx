import { useEffect, useRef, useState } from "preact/hooks";
import { VITAL_KINDS } from "../../city/vital-words";
import { japanDay, warekiWithTime } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { saveFile } from "../../interface/save-file";
import { type Graph, valueInWords } from "./graph-data";
import type { Drawing } from "./graph-drawing";

interface GraphsProps {
  graphs: Graph[];
  /** In milliseconds UTC. */
  from: number;
  until: number;
}

/**
 * Graphs below each other on one axis of time. What draws is a file of its own; without it the table remains. With the
 * arrow keys one goes from value to value, and each is read out.
 */
export function Graphs({ graphs, from, until }: GraphsProps) {
  const places = useRef<(HTMLDivElement | null)[]>([]);
  const drawing = useRef<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    import("./graph-drawing")
      .then(({ draw }) => {
        const found = places.current.slice(0, graphs.length).filter((place) => place !== null);
        if (!gone && found.length === graphs.length) drawing.current = draw(found, graphs, from, until);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      drawing.current?.remove();
      drawing.current = null;
    };
  }, [graphs, from, until]);

  if (failed) return <p class="notice-box">グラフを読み込めませんでした。値は下の表にあります。</p>;
  const savePicture = () => {
    const days = [from, until - 1].map((time) => japanDay(new Date(time))).join("_");
    drawing.current?.picture(days.replace("_", " 〜 ")).toBlob((blob) => {
      if (blob) saveFile(blob, `測定値_${days}.png`);
    });
  };
  return (
    <>
      {graphs.map((graph, at) => (
        <OneGraph
          key={graph.name}
          graph={graph}
          place={(element) => {
            places.current[at] = element;
          }}
          onPoint={(point) => drawing.current?.pointAt(at, point)}
        />
      ))}
      <div class="actions no-print">
        <Button onClick={() => print()}>印刷する(PDFにもできます)</Button>
        <Button onClick={savePicture}>画像(PNG)に保存する</Button>
      </div>
    </>
  );
}

interface OneGraphProps {
  graph: Graph;
  place: (element: HTMLDivElement | null) => void;
  onPoint: (at: number) => void;
}

function OneGraph({ graph, place, onPoint }: OneGraphProps) {
  const [point, setPoint] = useState<number | null>(null);
  const last = graph.times.length - 1;
  const go = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, (point ?? last + (step < 0 ? 1 : 0)) + step));
    setPoint(next);
    onPoint(next);
  };
  return (
    <figure class="vital-graph">
      <figcaption>
        {graph.name} {unitOf(graph)} <Legend graph={graph} />
      </figcaption>
      <div
        class="vital-canvas"
        ref={place}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go from value to value.
        tabIndex={0}
        aria-label={`${graph.name}のグラフ。左右の矢印キーで値を読めます。値は下の表にもあります。`}
        onKeyDown={go}
      />
      <p class="vital-readout" role="status">
        {point !== null && pointInWords(graph, point)}
      </p>
    </figure>
  );
}

function pointInWords(graph: Graph, at: number): string {
  const values = graph.lines.map((line) => {
    const text = valueInWords(line, at);
    return text && `${VITAL_KINDS[line.kind].label} ${text}`;
  });
  const time = new Date(graph.times[at] ?? 0).toISOString();
  return `${warekiWithTime(time)} ${values.filter(Boolean).join("、")}`;
}

function unitOf({ lines: [first] }: Graph): string {
  return first ? VITAL_KINDS[first.kind].unit : "";
}

/** Colors alone tell nothing to some: the second line is dashed. */
function Legend({ graph }: { graph: Graph }) {
  if (graph.lines.length < 2) return null;
  return (
    <span class="vital-legend">
      {graph.lines.map(({ kind }, at) => (
        <span key={kind} class={`vital-legend__line vital-legend__line--${at}`}>
          {VITAL_KINDS[kind].label}
        </span>
      ))}
    </span>
  );
}
