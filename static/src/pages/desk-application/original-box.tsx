import { useState } from "preact/hooks";
import { mailFileAddress } from "../../api/mail";
import { recordOriginal } from "../../api/support-desk";
import type { ConsentScan, OriginalInput, SupportRoomApplication } from "../../api/types";
import { ORIGINAL_RECEIVED_BY, type OriginalReceivedBy } from "../../city/support-words";
import { choices, word } from "../../city/words";
import { japanDay, wareki } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { Badge } from "../../interface/status-badge";
import { awaitsDecision } from "./hindrances";
import { ScanField } from "./scan-field";
import { useCheck } from "./use-check";

interface CheckProps {
  detail: SupportRoomApplication;
  onChanged: (detail: SupportRoomApplication) => void;
}

const CONTROLS: Record<string, string> = {
  received_by: "received-by-first",
  received_on: "received-on",
  scan: "scan-first",
};

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
          {original.file_id !== null && (
            <>
              {" "}
              <a href={mailFileAddress(original.file_id)} download>
                スキャンを開く
              </a>
            </>
          )}
        </p>
      )}
      {awaitsDecision(detail.status) && <OriginalForm detail={detail} onChanged={onChanged} />}
      {!awaitsDecision(detail.status) && !original && <p>原本の受領は記録されていません。</p>}
    </section>
  );
}

function OriginalForm({ detail, onChanged }: CheckProps) {
  const { original } = detail;
  const scanAgreed = Boolean(detail.content.consent?.scan_agreed_on) && detail.scans.length > 0;
  const [by, setBy] = useState<OriginalReceivedBy | "">(original?.received_by ?? "");
  const [on, setOn] = useState(original?.received_on ?? japanDay(new Date()));
  const [scan, setScan] = useState<ConsentScan | null>(
    detail.scans.find((each) => each.file_id === original?.file_id) ?? null,
  );
  const [missing, setMissing] = useState<string>();
  const { problem, message, sending, record } = useCheck(onChanged);

  const submit = () => {
    setMissing(by ? undefined : "どのように受け取ったかを選んでください。");
    if (!by) {
      document.getElementById("received-by-first")?.focus();
      return;
    }
    void record(
      () => recordOriginal(detail.receipt_number, originalOf(by, on, scan)),
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
      <ReceivedBy by={by} onBy={setBy} scanAgreed={scanAgreed} hint={hintOf(detail)} error={error} />
      {by === "internal_mail" ? (
        <ScanField scans={detail.scans} scan={scan} onScan={setScan} error={errorOf(problem, "scan")} />
      ) : (
        <TextField
          id="received-on"
          label="受け取った日"
          type="date"
          short
          value={on}
          onValue={setOn}
          error={errorOf(problem, "received_on")}
        />
      )}
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
  hint: string;
  error: string | undefined;
}

function originalOf(by: OriginalReceivedBy, on: string, scan: ConsentScan | null): OriginalInput {
  if (by !== "internal_mail") return { received_by: by, received_on: on };
  return {
    received_by: by,
    ...(scan ? { scan: { mailed_form: scan.mailed_form, file_id: scan.file_id } } : {}),
  };
}

function hintOf({ content, scans }: SupportRoomApplication): string {
  if (!content.consent?.scan_agreed_on)
    return "スキャンを原本とすることに、前もっての同意がありません。紙の原本を受け取ってください。";
  if (scans.length === 0)
    return "スキャンを原本とすることに、前もっての同意があります。スキャンは、様式として提出された利用者間メールで届いたものに限ります。まだ届いていません。";
  return "スキャンを原本とすることに、前もっての同意があります。様式として提出された利用者間メールのファイルを選べます。";
}

/** R19: a scan can be chosen only where it counts. */
function ReceivedBy({ by, onBy, scanAgreed, hint, error }: ReceivedByProps) {
  return (
    <fieldset class={error ? "field field--invalid" : "field"} aria-describedby="received-by-hint">
      <legend>受け取り方</legend>
      <p class="hint" id="received-by-hint">
        {hint}
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
