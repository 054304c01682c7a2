import { useState } from "preact/hooks";
import { FORMS, type Form } from "../../api/forms";
import type { Clerk, Me } from "../../api/types";
import { formShortName } from "../../city/words";
import { Button } from "../../interface/button";
import { Field, TextField } from "../../interface/field";
import { type ActiveFilter, addressOf, type Filters, NO_FILTERS } from "./filters";
import { type ChosenOrganization, OrganizationField } from "./organization-field";

interface FilterFormProps {
  filters: Filters;
  me: Me;
  clerks: Clerk[];
  organization: ChosenOrganization | null;
  onFilters: (filters: Filters) => void;
}

/** Filters are set together and sent once: nothing jumps while a clerk with a screen reader is still choosing. */
export function FilterForm({ filters, me, clerks, organization, onFilters }: FilterFormProps) {
  const [form, setForm] = useState<Form | null>(filters.form);
  const [late, setLate] = useState(filters.late);
  const [dueBy, setDueBy] = useState(filters.dueBy);
  const [assigned, setAssigned] = useState(filters.assigned);
  const [chosen, setChosen] = useState(organization);

  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onFilters({ ...filters, form, late, dueBy, assigned, organizationId: chosen?.id ?? null });
      }}
    >
      <div class="filters__fields">
        <FormField form={form} onForm={setForm} />
        <AssignedField
          assigned={assigned}
          clerks={clerks.filter((clerk) => clerk.user_id !== me.user_id)}
          onAssigned={setAssigned}
        />
        <TextField
          id="due-by"
          label="期限がこの日まで"
          type="date"
          required={false}
          value={dueBy}
          onValue={setDueBy}
        />
        <label class="check">
          <input type="checkbox" checked={late} onChange={() => setLate(!late)} />
          期限を過ぎたものだけ
        </label>
      </div>
      <OrganizationField chosen={chosen} onChosen={setChosen} />
      <div class="actions">
        <Button kind="primary" type="submit">
          この条件で絞り込む
        </Button>
        <Button onClick={() => onFilters({ ...NO_FILTERS, tab: filters.tab })}>条件をすべて消す</Button>
      </div>
    </form>
  );
}

function FormField({ form, onForm }: { form: Form | null; onForm: (form: Form | null) => void }) {
  return (
    <Field id="form" label="様式">
      {(attributes) => (
        <select
          {...attributes}
          value={String(form ?? "")}
          onChange={({ currentTarget }) =>
            onForm(FORMS.find((each) => String(each) === currentTarget.value) ?? null)
          }
        >
          <option value="">すべての様式</option>
          {FORMS.map((each) => (
            <option key={each} value={String(each)}>
              {formShortName(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface AssignedFieldProps {
  assigned: string;
  /** The colleagues. */
  clerks: Clerk[];
  onAssigned: (assigned: string) => void;
}

function AssignedField({ assigned, clerks, onAssigned }: AssignedFieldProps) {
  return (
    <Field id="assigned" label="担当">
      {(attributes) => (
        <select
          {...attributes}
          value={assigned}
          onChange={({ currentTarget }) => onAssigned(currentTarget.value)}
        >
          <option value="">全員</option>
          <option value="me">自分</option>
          <option value="none">未割当</option>
          {clerks.map((clerk) => (
            <option key={clerk.user_id} value={String(clerk.user_id)}>
              {clerk.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What the list is narrowed to; each is a link to the list without it. */
export function ActiveFilters({ active }: { active: ActiveFilter[] }) {
  if (active.length === 0) return null;
  return (
    <nav class="chips" aria-label="絞り込みの条件">
      <ul>
        {active.map(({ label, without }) => (
          <li key={label}>
            <a href={addressOf(without)}>
              {label}
              <span class="visually-hidden">を外す</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
