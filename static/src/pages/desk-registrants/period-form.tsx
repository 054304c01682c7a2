import { useState } from "preact/hooks";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { type Period, periodProblem } from "./period";

/** The days that are counted, sent together. */
export function PeriodForm({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const [typed, setTyped] = useState(period);
  const [problem, setProblem] = useState<string>();
  return (
    <form
      class="period no-print"
      aria-label="数える期間"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = periodProblem(typed);
        setProblem(found ?? undefined);
        if (found) document.getElementById("period-to")?.focus();
        else onPeriod(typed);
      }}
    >
      <TextField
        id="period-from"
        label="この日から"
        type="date"
        value={typed.from}
        onValue={(from) => setTyped({ ...typed, from })}
      />
      <TextField
        id="period-to"
        label="この日まで"
        type="date"
        value={typed.to}
        onValue={(to) => setTyped({ ...typed, to })}
        error={problem}
      />
      <Button type="submit">この期間を数える</Button>
    </form>
  );
}
