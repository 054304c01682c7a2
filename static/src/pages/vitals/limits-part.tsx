import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { type LimitLine, loadLimits, setLimit, type VitalLimits } from "../../api/vitals";
import { ALL_KINDS, limitText, VITAL_KINDS, type VitalKind, vitalNumber } from "../../city/vital-words";
import { PROFESSIONS } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, errorOf, Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { SelectField, TextField } from "../../interface/field";
import { typedNumber } from "./entry";

/** What a doctor of the team asked to be told of. It is no alarm, and says so. */
export function LimitsPart({ room }: { room: number }) {
  const { data, problem, reload, replace } = useLoaded(`vital limits ${room}`, () => loadLimits(room));
  return (
    <section class="stack" aria-labelledby="limits">
      <h2 id="limits">お知らせの範囲</h2>
      <p class="notice-box notice-box--warning">
        これは警報ではありません。範囲の外の値が入力されたときに、しるしをつけて、あとでチームに知らせるだけです。急ぐときは電話してください。
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="お知らせの範囲" />}
      {data && (
        <>
          <Now limits={data.now} />
          {data.may_set_limits ? (
            <LimitForm room={room} now={data.now} onSet={replace} />
          ) : (
            <p>範囲を決められるのは、支援チームの医師だけです。</p>
          )}
          <History limits={data.history} />
        </>
      )}
    </section>
  );
}

function Now({ limits }: { limits: LimitLine[] }) {
  if (limits.length === 0) return <EmptyState title="まだ範囲を決めていません" />;
  return (
    <dl class="vital-values">
      {limits.map(({ kind, low, high, set_by_name, set_at }) => (
        <div key={kind}>
          <dt>{VITAL_KINDS[kind].label}</dt>
          <dd>
            {limitText(kind, low, high)}
            <span class="hint">
              {set_by_name}(医師) {warekiWithTime(set_at)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface LimitFormProps {
  room: number;
  now: LimitLine[];
  onSet: (limits: VitalLimits) => void;
}

function LimitForm({ room, now, onSet }: LimitFormProps) {
  const [kind, setKind] = useState<VitalKind | "">("");
  const [ends, setEnds] = useState({ low: "", high: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState("");
  const [sending, send] = useSending();
  const choose = (chosen: VitalKind) => {
    const limit = now.find((one) => one.kind === chosen);
    const text = (end: number | null | undefined) =>
      typeof end === "number" ? vitalNumber(chosen, end) : "";
    setKind(chosen);
    setEnds({ low: text(limit?.low), high: text(limit?.high) });
    setDone("");
  };
  const wrong = (end: string) =>
    end.trim() && typedNumber(end) === null ? "数字で入力してください。" : undefined;
  const save = () =>
    send(async () => {
      if (!kind || wrong(ends.low) || wrong(ends.high)) return;
      const answer = await setLimit(room, kind, typedNumber(ends.low), typedNumber(ends.high));
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      onSet(answer.data);
      setDone(
        `${VITAL_KINDS[kind].label}の範囲を${ends.low.trim() || ends.high.trim() ? "決めました" : "なくしました"}。`,
      );
    });
  return (
    <form
      class="card"
      noValidate
      aria-label="範囲を決める"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Refusal problem={problem} />
      <SelectField
        id="limit-kind"
        label="どの値"
        value={kind}
        onValue={choose}
        choices={ALL_KINDS.map((value) => ({ value, label: VITAL_KINDS[value].label }))}
      />
      <div class="two-columns">
        {(["low", "high"] as const).map((end) => (
          <TextField
            key={end}
            id={`limit-${end}`}
            label={end === "low" ? "これより低いとき" : "これより高いとき"}
            hint="空なら、決めない。"
            required={false}
            value={ends[end]}
            onValue={(value) => setEnds({ ...ends, [end]: value })}
            error={wrong(ends[end]) ?? errorOf(problem, end)}
          />
        ))}
      </div>
      <p role="status" class="hint">
        {done}
      </p>
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending} disabled={!kind}>
          この範囲にする
        </Button>
      </div>
    </form>
  );
}

function History({ limits }: { limits: LimitLine[] }) {
  if (limits.length === 0) return null;
  return (
    <details>
      <summary>これまでの範囲</summary>
      <ol class="plain-list stack">
        {limits.map(({ kind, low, high, ...set }) => (
          <li key={`${kind} ${set.set_at}`}>
            <strong>
              {VITAL_KINDS[kind].label} {limitText(kind, low, high)}
            </strong>
            <p class="hint">
              {warekiWithTime(set.set_at)}から{set.ended_at && `${warekiWithTime(set.ended_at)}まで`}{" "}
              {set.set_by_name}({PROFESSIONS[set.set_by_profession]}・{set.set_by_organization_name})
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
