import { useState } from "preact/hooks";
import { recordOriginal } from "../../api/support-desk";
import type { SupportRoomApplication } from "../../api/types";
import { ORIGINAL_RECEIVED_BY, type OriginalReceivedBy } from "../../city/support-words";
import { choices, word } from "../../city/words";
import { japanDay, wareki } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { Badge } from "../../interface/status-badge";
import { awaitsDecision } from "./hindrances";
import { useCheck } from "./use-check";

interface CheckProps {
  detail: SupportRoomApplication;
  onChanged: (detail: SupportRoomApplication) => void;
}

const CONTROLS: Record<string, string> = { received_by: "received-by-first", received_on: "received-on" };

/** R19: the paper with the signature, or a scan when the person agreed to that beforehand. */
export function OriginalBox({ detail, onChanged }: CheckProps) {
  const { original } = detail;
  return (
    <section class="card" aria-labelledby="original">
      <div class="row">
        <h2 id="original" tabIndex={-1}>
          同意書の原本
        </h2>
        {original ? <Badge kind="done">受領済み</Badge> : <Badge kind="soon">まだ確かめていません</Badge>}
      </div>
      {original && (
        <p>
          {wareki(original.received_on)} {word(ORIGINAL_RECEIVED_BY, original.received_by)}
        </p>
      )}
      {awaitsDecision(detail.status) && <OriginalForm detail={detail} onChanged={onChanged} />}
      {!awaitsDecision(detail.status) && !original && <p>原本の受領は記録されていません。</p>}
    </section>
  );
}

function OriginalForm({ detail, onChanged }: CheckProps) {
  const { original } = detail;
  const scanAgreed = Boolean(detail.content.consent?.scan_agreed_on);
  const [by, setBy] = useState<OriginalReceivedBy | "">(original?.received_by ?? "");
  const [on, setOn] = useState(original?.received_on ?? japanDay(new Date()));
  const [missing, setMissing] = useState<string>();
  const { problem, message, sending, record } = useCheck(onChanged);

  const submit = () => {
    setMissing(by ? undefined : "どのように受け取ったかを選んでください。");
    if (!by) {
      document.getElementById("received-by-first")?.focus();
      return;
    }
    void record(
      () => recordOriginal(detail.receipt_number, { received_by: by, received_on: on }),
      "原本の受領を記録しました。",
    );
  };
  const error = missing ?? errorOf(problem, "received_by");

  return (
    <form
      class="stack no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Refusal problem={problem} fieldId={(field) => CONTROLS[field] ?? null} />
      <ReceivedBy by={by} onBy={setBy} scanAgreed={scanAgreed} error={error} />
      <TextField
        id="received-on"
        label="受け取った日"
        type="date"
        short
        value={on}
        onValue={setOn}
        error={errorOf(problem, "received_on")}
      />
      <div class="row">
        <Button type="submit" sending={sending}>
          {original ? "記録し直す" : "原本の受領を記録する"}
        </Button>
        <p role="status" class="status-line hint">
          {message}
        </p>
      </div>
    </form>
  );
}

interface ReceivedByProps {
  by: OriginalReceivedBy | "";
  onBy: (by: OriginalReceivedBy) => void;
  scanAgreed: boolean;
  error: string | undefined;
}

/** R19: a scan can be chosen only where it counts. */
function ReceivedBy({ by, onBy, scanAgreed, error }: ReceivedByProps) {
  return (
    <fieldset class={error ? "field field--invalid" : "field"} aria-describedby="received-by-hint">
      <legend>受け取り方</legend>
      <p class="hint" id="received-by-hint">
        {scanAgreed
          ? "スキャンを原本とすることに、前もっての同意があります。スキャンは、利用者間メールで届いたものに限ります。"
          : "スキャンを原本とすることに、前もっての同意がありません。紙の原本を受け取ってください。"}
      </p>
      {error && <p class="error">{error}</p>}
      {choices(ORIGINAL_RECEIVED_BY)
        .filter(({ value }) => value !== "internal_mail" || scanAgreed)
        .map(({ value, label }, at) => (
          <label class="check" key={value}>
            <input
              type="radio"
              name="received-by"
              id={at === 0 ? "received-by-first" : `received-by-${value}`}
              checked={by === value}
              onChange={() => onBy(value)}
            />
            {label}
          </label>
        ))}
    </fieldset>
  );
}
