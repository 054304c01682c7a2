import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { exportVitals } from "../../api/vitals";
import { daysLater } from "../../dates/days";
import { japanDay } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { saveFile } from "../../interface/save-file";

/** A table of a period for spreadsheets: on record with its purpose, and told to the room (R21). */
export function ExportPart({ room }: { room: number }) {
  const today = japanDay(new Date());
  const [typed, setTyped] = useState({ from: daysLater(today, -30), to: today, purpose: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      setDone(false);
      const answer = await exportVitals(room, typed);
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      saveFile(answer.data, `測定値_${typed.from}_${typed.to}.csv`);
      setDone(true);
    });
  return (
    <form
      class="card"
      noValidate
      aria-label="書き出す"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="notice-box notice-box--warning">
        書き出したことと目的は記録に残り、部屋の人が読めます。ファイルは個人情報として扱い、使い終わったら確実に消してください。
      </p>
      <Refusal problem={problem} fieldId={idOnPage} />
      <div class="two-columns">
        <TextField
          id="from"
          label="この日から"
          type="date"
          value={typed.from}
          onValue={(from) => setTyped({ ...typed, from })}
          error={errorOf(problem, "from")}
        />
        <TextField
          id="to"
          label="この日まで"
          type="date"
          value={typed.to}
          onValue={(to) => setTyped({ ...typed, to })}
          error={errorOf(problem, "to")}
        />
      </div>
      <TextField
        id="purpose"
        label="何のために使うか"
        hint="例: 11月27日の診察で医師に見せるため"
        value={typed.purpose}
        onValue={(purpose) => setTyped({ ...typed, purpose })}
        error={errorOf(problem, "purpose")}
      />
      <p role="status" class={done ? "notice-box notice-box--success" : "status-line"}>
        {done && "ファイルを保存しました。保存先を確かめてください。"}
      </p>
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          表計算ソフトの表(CSV)に保存する
        </Button>
      </div>
    </form>
  );
}
