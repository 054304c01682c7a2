import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { exportVisits } from "../../api/visits";
import { japanDay } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ChoiceField } from "../../interface/choice-field";
import { Dialog } from "../../interface/dialog";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { saveFile } from "../../interface/save-file";

const NAMES = [
  { value: "without", label: "登録者番号だけにする(名前とメモを入れない)" },
  { value: "with", label: "登録者の名前とメモを入れる" },
] as const;
type Names = (typeof NAMES)[number]["value"];

interface CalendarFileProps {
  /** Null: the caller's own visits over all rooms. */
  room: number | null;
}

/** A file for another calendar; without names unless asked for, as it leaves the system (R21, R30). */
export function CalendarFile({ room }: CalendarFileProps) {
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  return (
    <div class="no-print">
      <Button
        small
        onClick={() => {
          setSaved(false);
          setOpen(true);
        }}
      >
        カレンダーのファイルにする
      </Button>
      <p role="status" class={isSaved ? "notice-box notice-box--success" : "status-line"}>
        {isSaved && "ファイルを保存しました。お使いのカレンダーで開いてください。"}
      </p>
      <Dialog open={isOpen} heading="カレンダーのファイル(iCalendar)にする" onCancel={() => setOpen(false)}>
        {isOpen && (
          <FileForm
            room={room}
            onSaved={() => {
              setOpen(false);
              setSaved(true);
            }}
            onCancel={() => setOpen(false)}
          />
        )}
      </Dialog>
    </div>
  );
}

interface FileFormProps extends CalendarFileProps {
  onSaved: () => void;
  onCancel: () => void;
}

function FileForm({ room, onSaved, onCancel }: FileFormProps) {
  const [names, setNames] = useState<Names>("without");
  const [purpose, setPurpose] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      const answer = await exportVisits(room, { with_names: names === "with", purpose });
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      saveFile(answer.data, `訪問の予定_${japanDay(new Date())}.ics`);
      onSaved();
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Explanation room={room} />
      <Refusal problem={problem} fieldId={idOnPage} />
      <ChoiceField
        id="with_names"
        legend="ファイルに入れるもの"
        value={names}
        onValue={setNames}
        choices={[...NAMES]}
      />
      {names === "with" && (
        <>
          <p class="notice-box notice-box--warning">
            名前を入れて取り出したことと目的は記録に残り、部屋の人が読めます。ファイルは個人情報として扱い、外部のカレンダーには入れないでください。
          </p>
          <TextField
            id="purpose"
            label="何のために使うか"
            hint="例: 事業所の予定表に入れるため"
            value={purpose}
            onValue={setPurpose}
            error={errorOf(problem, "purpose")}
          />
        </>
      )}
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          ファイルに保存する
        </Button>
        <Button onClick={onCancel}>やめる</Button>
      </div>
    </form>
  );
}

function Explanation({ room }: CalendarFileProps) {
  return (
    <>
      <p>
        {room === null ? "自分が訪問する予定" : "この部屋の訪問の予定"}
        を、ほかのカレンダーで開けるファイルにします。予定が変わったら、もう一度取り出して読み込むと、同じ予定が新しくなります。
      </p>
      <p class="hint">
        自動で読み込むための秘密のアドレスは作りません。だれが見ているか分からなくなり、担当を外れた人にも届き続けるためです。
      </p>
    </>
  );
}
