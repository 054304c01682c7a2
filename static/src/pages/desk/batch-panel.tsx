import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../interface/button";
import { Badge } from "../../interface/status-badge";
import { useLeaveWarning } from "../../interface/use-leave-warning";
import { type Batch, type Outcome, type OutcomeState, remaining } from "./use-batch";

const WORDS: Record<Batch["kind"], { doing: string; states: Record<OutcomeState, string> }> = {
  accept: {
    doing: "受理しています",
    states: {
      waiting: "まだ受理していません",
      running: "受理しています",
      done: "受理しました",
      refused: "受理できませんでした",
      unknown: "受理されたか分かりません",
    },
  },
  assign: {
    doing: "担当を決めています",
    states: {
      waiting: "まだ決めていません",
      running: "決めています",
      done: "担当を決めました",
      refused: "決められませんでした",
      unknown: "決まったか分かりません",
    },
  },
};

const BADGES: Record<OutcomeState, string> = {
  waiting: "quiet",
  running: "",
  done: "done",
  refused: "late",
  unknown: "soon",
};

interface BatchPanelProps {
  batch: Batch;
  onStop: () => void;
  onResume: () => void;
  onClose: () => void;
}

/** A batch under way, then what became of each application. */
export function BatchPanel({ batch, onStop, onResume, onClose }: BatchPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { running, outcomes } = batch;
  // At the start and at the end the focus comes here: the dialog, and then the stop button, have gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `running` is the reason to move the focus
  useEffect(() => heading.current?.focus(), [running]);
  const settled = outcomes.filter(({ state }) => state !== "waiting" && state !== "running").length;

  return (
    <section class="card batch" aria-labelledby="batch">
      <h2 id="batch" ref={heading} tabIndex={-1}>
        {running ? WORDS[batch.kind].doing : resultOf(batch)}
      </h2>
      {running ? (
        <Running batch={batch} settled={settled} onStop={onStop} />
      ) : (
        <Ended batch={batch} onResume={onResume} onClose={onClose} />
      )}
      {!running && (
        <ul class="batch__list">
          {toLookAtFirst(outcomes).map((outcome) => (
            <OutcomeLine key={outcome.item.receipt_number} outcome={outcome} kind={batch.kind} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What went wrong stands on top; what went well needs no look. */
function toLookAtFirst(outcomes: Outcome[]): Outcome[] {
  return [...outcomes].sort((one, other) => Number(one.state === "done") - Number(other.state === "done"));
}

function resultOf({ kind, outcomes }: Batch): string {
  const done = outcomes.filter(({ state }) => state === "done").length;
  const verb = kind === "accept" ? "受理しました" : "の担当を決めました";
  return done === outcomes.length ? `${done}件${verb}` : `${outcomes.length}件のうち${done}件${verb}`;
}

function Running({ batch, settled, onStop }: { batch: Batch; settled: number; onStop: () => void }) {
  useLeaveWarning("この画面を離れると、残りは処理されません。離れますか。");
  const current = batch.outcomes.find(({ state }) => state === "running");
  return (
    <>
      <label>
        {batch.outcomes.length}件のうち{settled}件が済みました
        <progress max={batch.outcomes.length} value={settled} />
      </label>
      <p class="quiet">{current?.item.organization_name}</p>
      <div class="actions">
        <Button onClick={onStop}>ここで止める</Button>
      </div>
    </>
  );
}

function Ended({ batch, onResume, onClose }: Omit<BatchPanelProps, "onStop">) {
  const left = remaining(batch).length;
  const { ended } = batch;
  return (
    <>
      {ended !== null && (
        <div class="notice-box notice-box--warning">
          <p>
            <strong>{ended === "stopped" ? "途中で止めました。" : ended.title}</strong>
          </p>
          {ended !== "stopped" && ended.status !== 0 && ended.detail && <p>{ended.detail}</p>}
          <p>残りの{left}件は選んだままにしてあります。</p>
        </div>
      )}
      <div class="actions no-print">
        {left > 0 && (
          <Button kind="primary" onClick={onResume}>
            残りの{left}件を続ける
          </Button>
        )}
        {batch.kind === "accept" && batch.outcomes.some(isNewAccount) && (
          <a class="button button--secondary" href="/desk/notices">
            通知書を印刷する
          </a>
        )}
        <Button onClick={onClose}>結果を閉じる</Button>
      </div>
    </>
  );
}

/** Form 5 may let in a further device, too, but mostly does not. */
function isNewAccount({ item, state }: Outcome): boolean {
  return item.form === 4 && state === "done";
}

function OutcomeLine({ outcome, kind }: { outcome: Outcome; kind: Batch["kind"] }) {
  const { item, state, problem } = outcome;
  return (
    <li>
      <p class="row">
        <Badge kind={BADGES[state]}>{WORDS[kind].states[state]}</Badge>
        <a href={`/desk/applications/${item.receipt_number}`}>
          {item.organization_name}({item.receipt_number})
        </a>
      </p>
      {state === "refused" && problem && (
        <p class="hint">
          {problem.title}
          {problem.errors.map((error) => error.message).join("")} {problem.detail}
        </p>
      )}
    </li>
  );
}
