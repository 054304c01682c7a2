import { useEffect, useState } from "preact/hooks";
import {
  type ExportInput,
  exportForPrint,
  exportRecord,
  exportTable,
  type RoomExport,
} from "../../api/message-search";
import type { Problem } from "../../api/problem";
import type { Room } from "../../api/support";
import { useSending } from "../../api/use-sending";
import { japanDay } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ChoiceField } from "../../interface/choice-field";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { focusSoon } from "../../interface/focus-soon";
import { saveFile } from "../../interface/save-file";
import { useKept } from "../../session/use-kept";

const FORMATS = [
  { value: "print", label: "印刷する(PDFにもできます)" },
  { value: "csv", label: "表計算ソフトの表(CSV)にする" },
] as const;
/** Of a registrant alone: other rooms have no record. */
const FOR_OTHER_SYSTEMS = {
  value: "fhir",
  label: "記録のすべてを、ほかのシステムに渡す形(FHIR)にする",
} as const;
type Format = (typeof FORMATS)[number]["value"] | typeof FOR_OTHER_SYSTEMS.value;

interface Typed {
  from: string;
  to: string;
  purpose: string;
  format: Format;
}

const NOTHING: Typed = { from: "", to: "", purpose: "", format: "print" };
const SAVED = "export-saved";

interface ExportFormProps {
  room: Room;
  onSheet: (sheet: RoomExport) => void;
}

export function ExportForm({ room, onSheet }: ExportFormProps) {
  const [kept, keep] = useKept<Typed>(`export-${room.room_id}`);
  const typed = kept ?? NOTHING;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const [sending, send] = useSending();
  const change = (part: Partial<Typed>) => keep({ ...typed, ...part });
  useEffect(() => {
    if (saved) focusSoon(SAVED);
  }, [saved]);

  const make = () =>
    send(async () => {
      setSaved(false);
      const answer = await given(room, typed);
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      keep(null);
      if (answer.data instanceof Blob) {
        saveFile(answer.data, nameOf(typed.format));
        setSaved(true);
      } else onSheet(answer.data);
    });
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Words room={room} saved={saved} isWhole={typed.format === "fhir"} />
      <Refusal problem={problem} fieldId={idOnPage} />
      {typed.format !== "fhir" && <Period typed={typed} problem={problem} onChange={change} />}
      <TextField
        id="purpose"
        label="何のために使うか"
        hint="例: 11月27日の担当者会議の資料にするため"
        value={typed.purpose}
        onValue={(purpose) => change({ purpose })}
        error={errorOf(problem, "purpose")}
      />
      <ChoiceField
        id="format"
        legend="形"
        value={typed.format}
        onValue={(format: Format) => change({ format })}
        choices={room.kind === "support" ? [...FORMATS, FOR_OTHER_SYSTEMS] : [...FORMATS]}
        error={errorOf(problem, "format")}
      />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          {typed.format === "print" ? "印刷の形にする" : "ファイルに保存する"}
        </Button>
      </div>
    </form>
  );
}

/** What the paper or the file means, before it is there. */
function Words({ room, saved, isWhole }: { room: Room; saved: boolean; isWhole: boolean }) {
  return (
    <>
      <p>
        <strong>{room.name}</strong>
        {isWhole
          ? "の記録のすべて(やりとり、ファイル、測定値、基本シート、訪問の予定、担当者、同意、閲覧の記録)を取り出します。"
          : "のやりとりを、担当者会議などのために取り出します。"}
        書き出したことと目的は記録に残り、部屋の人が読めます。
      </p>
      <p class="notice-box notice-box--warning">
        取り出した紙やファイルは、個人情報として扱ってください。使い終わったら、確実に処分してください。
      </p>
      <p
        role="status"
        id={SAVED}
        tabIndex={-1}
        class={saved ? "notice-box notice-box--success" : "status-line"}
      >
        {saved && "ファイルを保存しました。保存先を確かめてください。"}
      </p>
    </>
  );
}

interface PeriodProps {
  typed: Typed;
  problem: Problem | null;
  onChange: (part: Partial<Typed>) => void;
}

function Period({ typed, problem, onChange }: PeriodProps) {
  return (
    <div class="two-columns">
      <TextField
        id="from"
        label="この日から"
        type="date"
        required={false}
        hint="空なら、はじめから。"
        value={typed.from}
        onValue={(from) => onChange({ from })}
        error={errorOf(problem, "from")}
      />
      <TextField
        id="to"
        label="この日まで"
        type="date"
        required={false}
        hint="空なら、今日まで。"
        value={typed.to}
        onValue={(to) => onChange({ to })}
        error={errorOf(problem, "to")}
      />
    </div>
  );
}

function inputOf({ from, to, purpose }: Typed): ExportInput {
  return { from: from || null, to: to || null, purpose };
}

function given(room: Room, typed: Typed) {
  if (typed.format === "fhir") return exportRecord(room.room_id, typed.purpose);
  const input = inputOf(typed);
  return typed.format === "print" ? exportForPrint(room.room_id, input) : exportTable(room.room_id, input);
}

function nameOf(format: Format): string {
  const day = japanDay(new Date());
  return format === "fhir" ? `記録_${day}.json` : `やりとり_${day}.csv`;
}
