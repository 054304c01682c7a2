import { useState } from "preact/hooks";
import { auditAction, auditGroups } from "../../city/audit-words";
import { Button } from "../../interface/button";
import { Field, TextField } from "../../interface/field";
import { type AuditFilters, NO_AUDIT_FILTERS } from "./audit-filters";

interface AuditFilterFormProps {
  filters: AuditFilters;
  onFilters: (filters: AuditFilters) => void;
}

export function AuditFilterForm({ filters, onFilters }: AuditFilterFormProps) {
  const [typed, setTyped] = useState(filters);
  const change = (name: keyof AuditFilters) => (value: string) => setTyped({ ...typed, [name]: value });
  const backwards = typed.from !== "" && typed.to !== "" && typed.from > typed.to;

  return (
    <form
      class="sheet"
      aria-label="記録を探す"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (backwards) document.getElementById("to")?.focus();
        else onFilters(typed);
      }}
    >
      <div class="two-columns">
        <TextField
          id="actor"
          label="した人"
          hint="氏名、利用者番号、または申請者の受付番号"
          required={false}
          value={typed.actor}
          onValue={change("actor")}
        />
        <ActionField value={typed.action} onValue={change("action")} />
        <TextField
          id="subject"
          label="対象"
          hint="受付番号、または表の「対象」の文字"
          required={false}
          value={typed.subject}
          onValue={change("subject")}
        />
        <div class="two-columns">
          <TextField
            id="from"
            label="この日から"
            type="date"
            required={false}
            value={typed.from}
            onValue={change("from")}
          />
          <TextField
            id="to"
            label="この日まで"
            type="date"
            required={false}
            value={typed.to}
            onValue={change("to")}
            error={backwards ? "始まりの日より前です。" : undefined}
          />
        </div>
      </div>
      <div class="actions">
        <Button kind="primary" type="submit">
          この条件で探す
        </Button>
        <Button onClick={() => onFilters(NO_AUDIT_FILTERS)}>条件をすべて消す</Button>
      </div>
    </form>
  );
}

function ActionField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const groups = auditGroups();
  const known = groups.some(
    (group) => group.prefix === value || group.actions.some((action) => action.value === value),
  );
  return (
    <Field id="action" label="したこと" hint="分けて見たいときに選びます">
      {(attributes) => (
        <select {...attributes} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          <option value="">すべて</option>
          {value && !known && <option value={value}>{auditAction(value)}</option>}
          {groups.map((group) => (
            <optgroup key={group.prefix} label={group.label}>
              <option value={group.prefix}>{group.label} すべて</option>
              {group.actions.map((action) => (
                <option key={action.value} value={action.value}>
                  {action.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
