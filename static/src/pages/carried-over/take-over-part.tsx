import { useEffect, useRef, useState } from "preact/hooks";
import { wareki } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { focusSoon } from "../../interface/focus-soon";
import { useLeaveWarning } from "../../interface/use-leave-warning";
import { type BundleFile, FILE_BYTES_MAX, readBundle } from "./bundle-file";
import { isKind, KINDS } from "./resources";
import { type Sending, useTakingOver } from "./use-taking-over";

const DONE = "taken-over";

interface TakeOverProps {
  room: number;
  onFinished: () => void;
}

/** A record of another region is chosen, looked at and taken over (R18, R21). */
export function TakeOverPart({ room, onFinished }: TakeOverProps) {
  const { file, problem: unreadable, isReading, choose } = useChosenFile();
  const taking = useTakingOver(room, file);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  const { step } = taking.sending;
  useEffect(() => {
    if (step !== "finished") return;
    finished.current();
    focusSoon(DONE);
  }, [step]);
  if (step === "finished") {
    return (
      <p class="notice-box notice-box--success" id={DONE} tabIndex={-1} role="status">
        記録を引き継ぎました。下の「引き継いだ記録」で読めます。部屋の人にもお知らせしました。
      </p>
    );
  }
  return (
    <section class="card" aria-labelledby="take-over">
      <h2 id="take-over">ほかの地域の記録を引き継ぐ</h2>
      <p>
        転居などで、前の地域のTasukiから書き出した登録者の記録(ファイル)を、この部屋で読めるようにします。
        引き継いだ記録は、そのままの形で残り、直すことはできません。引き継いだことと理由は、部屋の人に知らせます。
      </p>
      <div class="field">
        <label class="field__label" for="patient">
          記録のファイル
        </label>
        <input
          id="patient"
          type="file"
          accept=".json,application/json,application/fhir+json"
          disabled={step === "sending"}
          aria-describedby={unreadable ? "patient-error" : undefined}
          aria-invalid={unreadable !== ""}
          onChange={(event) => {
            taking.again();
            void choose(event.currentTarget.files?.[0]);
          }}
        />
        {isReading && <p role="status">読み込んでいます…</p>}
        {unreadable && (
          <p class="field__error" id="patient-error" role="alert">
            {unreadable}
          </p>
        )}
      </div>
      {file && <WhatIsInIt file={file} />}
      <TakeOverForm file={file} taking={taking} />
    </section>
  );
}

/** The file that was chosen, once it is read. */
function useChosenFile() {
  const [file, setFile] = useState<BundleFile | null>(null);
  const [problem, setProblem] = useState("");
  const [isReading, setReading] = useState(false);
  const choose = async (chosen: File | undefined) => {
    setFile(null);
    setProblem("");
    if (!chosen) return;
    if (chosen.size > FILE_BYTES_MAX) return setProblem("ファイルが大きすぎます(500MBまで)。");
    setReading(true);
    const read = await readBundle(chosen).catch(() => null);
    setReading(false);
    setFile(read);
    if (!read)
      setProblem("記録のファイルではありません。Tasukiの「書き出す」で作ったファイルを選んでください。");
  };
  return { file, problem, isReading, choose };
}

interface TakeOverFormProps {
  file: BundleFile | null;
  taking: ReturnType<typeof useTakingOver>;
}

/** Why it is taken over; what was typed stays when another file is chosen. */
function TakeOverForm({ file, taking }: TakeOverFormProps) {
  const [reason, setReason] = useState("");
  // Of this file alone: another one may be another person's.
  const [sameFile, setSameFile] = useState<BundleFile | null>(null);
  const isSamePerson = sameFile === file;
  const { sending, problem, start, pause } = taking;
  const isBusy = sending.step === "sending";
  if (!file) return null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start({ reason, isSamePerson });
      }}
    >
      <Refusal problem={problem} fieldId={idOnPage} />
      <TextField
        id="reason"
        label="引き継ぐ理由"
        hint="例: 11月に転居されたため"
        value={reason}
        onValue={setReason}
        error={errorOf(problem, "reason")}
      />
      {(isSamePerson || errorOf(problem, "is_same_person")) && (
        <label class="check" for="is_same_person">
          <input
            id="is_same_person"
            type="checkbox"
            checked={isSamePerson}
            onChange={(event) => setSameFile(event.currentTarget.checked ? file : null)}
          />
          「{file.name}」は、この部屋の登録者と同じ方です(確かめました)
        </label>
      )}
      <Progress sending={sending} />
      <div class="actions">
        <Button type="submit" kind="primary" sending={isBusy}>
          {sending.step === "paused" ? "続きから引き継ぐ" : "引き継ぐ"}
        </Button>
        {isBusy && <Button onClick={pause}>止める</Button>}
      </div>
    </form>
  );
}

function WhatIsInIt({ file }: { file: BundleFile }) {
  const kinds = [...file.kinds].filter(([kind]) => isKind(kind));
  return (
    <div class="notice-box">
      <p>
        <strong>{file.name || "名前なし"}</strong>
        {file.birthDate && `(${wareki(file.birthDate)}生まれ)`}の記録です。
      </p>
      <ul>
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            {isKind(kind) && KINDS[kind]} {count}件
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whoever leaves stops the sending. */
function LeaveWarning() {
  useLeaveWarning("引き継ぎの途中です。止めて移動しますか。届いたところからは、あとで続けられます。");
  return null;
}

function Progress({ sending }: { sending: Sending }) {
  if (sending.step !== "sending" && sending.step !== "paused") return null;
  const { received, entries, step } = sending;
  return (
    <p role="status">
      {step === "sending" && <LeaveWarning />}
      <progress max={entries} value={received} aria-label="引き継ぎの進み具合" /> {received} / {entries}件
      {step === "paused" && " 途中で止まっています。届いたところから続けられます。"}
    </p>
  );
}
