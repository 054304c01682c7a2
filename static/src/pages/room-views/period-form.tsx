import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { japanDay } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { monthBefore, monthUntil, type Period, problemOf } from "./period";

interface PeriodFormProps {
  period: Period;
  addressOf: (period: Period) => string;
}

/** The period is in the address, so that the back button and a bookmark work. */
export function PeriodForm({ period, addressOf }: PeriodFormProps) {
  const { route } = useLocation();
  const [typed, setTyped] = useState(period);
  const [problem, setProblem] = useState<string | null>(null);
  // Another period, by a link or the back button; the focus stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the days are what the period is
  useEffect(() => {
    setTyped(period);
    setProblem(null);
  }, [period.from, period.to]);
  const today = japanDay(new Date());
  const months = [
    { label: "今月", period: monthUntil(today) },
    { label: "先月", period: monthBefore(today) },
  ];
  const submit = () => {
    const wrong = problemOf(typed);
    setProblem(wrong);
    if (wrong === null) route(addressOf(typed));
    else document.getElementById("from")?.focus();
  };
  return (
    <form
      class="stack no-print"
      noValidate
      aria-label="数える期間"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ul class="row plain-list">
        {months.map(({ label, period: month }) => (
          <li key={label}>
            <a
              href={addressOf(month)}
              aria-current={month.from === period.from && month.to === period.to ? "page" : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      <div class="two-columns">
        <TextField
          id="from"
          label="いつから"
          type="date"
          value={typed.from}
          onValue={(from) => setTyped({ ...typed, from })}
          error={problem ?? undefined}
        />
        <TextField
          id="to"
          label="いつまで"
          type="date"
          value={typed.to}
          onValue={(to) => setTyped({ ...typed, to })}
        />
      </div>
      <div class="actions">
        <Button type="submit">この期間を数える</Button>
      </div>
    </form>
  );
}
