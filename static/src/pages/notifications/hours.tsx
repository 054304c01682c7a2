import type { NotificationSettings } from "../../api/notifications";
import type { Problem } from "../../api/problem";
import { clockTime, minuteOf } from "../../dates/time-of-day";
import { errorOf } from "../../interface/answers";
import { Field } from "../../interface/field";

/** At night, until somebody chooses other hours. */
const NIGHT = { from: 21 * 60, until: 7 * 60 };

interface HoursProps {
  quiet: NotificationSettings["quiet"];
  onQuiet: (quiet: NotificationSettings["quiet"]) => void;
  dailyAt: number;
  onDailyAt: (minutes: number) => void;
  problem: Problem | null;
}

/** When nothing is sent, and when the summary of the day is. */
export function Hours({ quiet, onQuiet, dailyAt, onDailyAt, problem }: HoursProps) {
  return (
    <>
      <TimeField
        id="daily_at"
        label="1日1回まとめて送る時刻"
        minutes={dailyAt}
        onMinutes={onDailyAt}
        error={errorOf(problem, "daily_at")}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onQuiet(event.currentTarget.checked ? NIGHT : null)}
        />
        送らない時間帯を決める
      </label>
      {quiet && (
        <div class="two-columns">
          <TimeField
            id="quiet-from"
            label="この時刻から"
            minutes={quiet.from}
            onMinutes={(from) => onQuiet({ ...quiet, from })}
            error={errorOf(problem, "quiet.from")}
          />
          <TimeField
            id="quiet-until"
            label="この時刻まで送らない"
            minutes={quiet.until}
            onMinutes={(until) => onQuiet({ ...quiet, until })}
            error={errorOf(problem, "quiet.until")}
          />
        </div>
      )}
    </>
  );
}

interface TimeFieldProps {
  id: string;
  label: string;
  minutes: number;
  onMinutes: (minutes: number) => void;
  error: string | undefined;
}

function TimeField({ id, label, minutes, onMinutes, error }: TimeFieldProps) {
  return (
    <Field id={id} label={label} error={error} short>
      {(attributes) => (
        <input
          {...attributes}
          type="time"
          required
          value={clockTime(minutes)}
          onChange={(event) => {
            const typed = minuteOf(event.currentTarget.value);
            // Half a time is none: the field keeps what it was.
            if (typed !== null) onMinutes(typed);
          }}
        />
      )}
    </Field>
  );
}
