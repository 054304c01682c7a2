import { useState } from "preact/hooks";
import type { Months } from "../../api/usage";
import { Button } from "../../interface/button";
import { SelectField } from "../../interface/field";
import { monthInWords } from "./cell";
import { offeredMonths } from "./months";

/** Both ends are chosen together and sent once. */
export function PeriodForm({ months, onMonths }: { months: Months; onMonths: (months: Months) => void }) {
  const [from, setFrom] = useState(months.from);
  const [to, setTo] = useState(months.to);
  const choices = offeredMonths(new Date()).map((month) => ({ value: month, label: monthInWords(month) }));
  return (
    <form
      class="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onMonths(from <= to ? { from, to } : { from: to, to: from });
      }}
    >
      <div class="filters__fields">
        <SelectField id="from" label="始まりの月" value={from} onValue={setFrom} choices={choices} />
        <SelectField id="to" label="終わりの月" value={to} onValue={setTo} choices={choices} />
      </div>
      <div class="actions">
        <Button kind="primary" type="submit">
          この期間を表示する
        </Button>
      </div>
    </form>
  );
}
