import { useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import {
  type Entry,
  readPasted,
  storeBatch,
  type UnderstoodLine,
  type UnderstoodText,
} from "../../api/vitals";
import { warekiWithTime } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useKept } from "../../session/use-kept";
import { Values } from "./measurement-list";

/** So many at once, as the server takes them. */
const BATCH = 200;

/** The text of a meter: what was understood is shown first, then stored. */
export function PastePart({ room }: { room: number }) {
  const [kept, keep] = useKept<string>(`vitals-paste-${room}`);
  const text = kept ?? "";
  const [read, setRead] = useState<UnderstoodText | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState("");
  const [sending, send] = useSending();
  const understand = () =>
    send(async () => {
      setDone("");
      const answer = await readPasted(room, text);
      setProblem(answer.problem ?? null);
      setRead(answer.data ?? null);
    });
  return (
    <section class="stack" aria-labelledby="paste">
      <h2 id="paste">測定器から貼り付ける</h2>
      <form
        class="card"
        noValidate
        aria-label="貼り付け"
        onSubmit={(event) => {
          event.preventDefault();
          void understand();
        }}
      >
        <Refusal problem={problem} />
        <Field
          id="paste-text"
          label="測定器やアプリの表"
          hint="1行に1回分。日付(年も)・時刻・値を、コンマかタブで区切ります。1行目に「日付,時刻,血圧上,血圧下,脈拍」のような見出しがあると確実です。"
          error={errorOf(problem, "text")}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              rows={8}
              class="code"
              value={text}
              onInput={(event) => {
                setRead(null);
                keep(event.currentTarget.value || null);
              }}
            />
          )}
        </Field>
        <div class="actions">
          <Button type="submit" kind={read ? "secondary" : "primary"} sending={sending}>
            読み取る
          </Button>
        </div>
      </form>
      <p role="status" class={done ? "notice-box notice-box--success" : "status-line"}>
        {done}
      </p>
      {read && (
        <Understood
          room={room}
          read={read}
          onStored={(words) => {
            keep(null);
            setRead(null);
            setDone(words);
          }}
        />
      )}
    </section>
  );
}

interface UnderstoodProps {
  room: number;
  read: UnderstoodText;
  onStored: (words: string) => void;
}

function Understood({ room, read, onStored }: UnderstoodProps) {
  const [confirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const usable = read.lines.filter((line) => line.problem === null && !line.already_there);
  const chosen = usable.filter((line) => confirmed || !line.unusual);
  const unusualCount = usable.filter((line) => line.unusual).length;
  const store = () =>
    send(async () => {
      let storedCount = 0;
      for (let from = 0; from < chosen.length; from += BATCH) {
        const items = chosen.slice(from, from + BATCH).map(entryOfLine);
        const answer = await storeBatch(room, items, intent.headersFor(items));
        intent.answered(answer.problem);
        if (answer.problem) return setProblem(answer.problem);
        storedCount += answer.data?.stored.length ?? 0;
      }
      onStored(`${storedCount}件を保存しました。`);
    });
  return (
    <section class="stack" aria-labelledby="understood">
      <h3 id="understood">
        {read.lines.length}行のうち{read.understood_count}行を読み取りました
      </h3>
      <Refusal problem={problem} />
      <ol class="plain-list stack">
        {read.lines.map((line) => (
          <Line key={line.line} line={line} />
        ))}
      </ol>
      {unusualCount > 0 && (
        <label class="check">
          <input type="checkbox" checked={confirmed} onChange={() => setConfirmed(!confirmed)} />
          めずらしい値の{unusualCount}行も、まちがいないので保存する
        </label>
      )}
      <div class="actions">
        <Button kind="primary" sending={sending} disabled={chosen.length === 0} onClick={() => void store()}>
          {`${chosen.length}件を保存する`}
        </Button>
      </div>
    </section>
  );
}

function Line({ line }: { line: UnderstoodLine }) {
  const trouble = line.problem ?? (line.already_there ? "同じ時刻の値がもうあります。保存しません。" : null);
  return (
    <li class="card vital-item">
      <p>
        <span class="hint">{line.line}行目</span> {line.measured_at && warekiWithTime(line.measured_at)}
      </p>
      {line.problem ? (
        <p class="code">{line.text}</p>
      ) : (
        <Values readings={line.readings as Entry["readings"]} timing={null} />
      )}
      {trouble && <p class="error">{trouble}</p>}
      {!trouble && line.unusual && <p class="vital-mark">めずらしい値です。確かめてください。</p>}
    </li>
  );
}

function entryOfLine(line: UnderstoodLine): Entry {
  return {
    measured_at: line.measured_at ?? "",
    readings: line.readings as Entry["readings"],
    note: line.note,
    confirmed: line.unusual,
  };
}
