import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Visit } from "../../api/visits";
import { clock, minuteOf } from "../../dates/time-of-day";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";

interface DayFormProps {
  visit: Visit;
  problem: Problem | null;
  sending: boolean;
  onMove: (moved: { day: string; start_minute: number; minutes: number }, note: string) => void;
  onCancelDay: (note: string) => void;
}

/** One visit of a series is moved or cancelled, and why. */
export function DayForm({ visit, problem, sending, onMove, onCancelDay }: DayFormProps) {
  const [day, setDay] = useState(visit.on);
  const [start, setStart] = useState(clock(visit.start_minute));
  const [note, setNote] = useState(visit.day_note ?? "");
  const id = `move-${visit.visit_id}-${visit.day}`;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const start_minute = minuteOf(start.normalize("NFKC").trim()) ?? -1;
        onMove({ day, start_minute, minutes: visit.minutes }, note);
      }}
    >
      <TextField
        id={`${id}-day`}
        label="動かす日"
        type="date"
        value={day}
        onValue={setDay}
        error={errorOf(problem, "moved.day")}
      />
      <TextField
        id={`${id}-start`}
        label="始まる時刻"
        value={start}
        onValue={setStart}
        error={errorOf(problem, "moved.start_minute")}
      />
      <TextField
        id={`${id}-note`}
        label="この回のメモ"
        hint="動かす・取りやめる理由など"
        required={false}
        value={note}
        onValue={setNote}
        error={errorOf(problem, "note")}
      />
      <div class="actions">
        <Button small type="submit" sending={sending}>
          この回だけ動かす
        </Button>
        <Button small sending={sending} onClick={() => onCancelDay(note)}>
          この回を取りやめる
        </Button>
      </div>
    </form>
  );
}
