import type { Problem } from "../../api/problem";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOf } from "../../interface/error-fields";
import { TextField } from "../../interface/field";

interface EntryField<T> {
  /** Of a text in the entry. */
  name: keyof T & string;
  label: string;
  type?: "text" | "tel";
}

interface EntryTick<T> {
  name: keyof T & string;
  label: string;
}

interface EntryListProps<T> {
  /** As the API calls the list. */
  path: string;
  /** What one entry is. */
  what: string;
  entries: T[];
  empty: T;
  fields: EntryField<T>[];
  tick?: EntryTick<T>;
  problem: Problem | null;
  onEntries: (entries: T[]) => void;
}

/** A list of like entries: add, change, take away, move up. */
export function EntryList<T extends object>(props: EntryListProps<T>) {
  const { path, what, entries, empty, fields, tick, problem, onEntries } = props;
  const change = (at: number, part: Partial<T>) =>
    onEntries(entries.map((entry, place) => (place === at ? { ...entry, ...part } : entry)));
  const up = (at: number) =>
    onEntries([...entries.slice(0, at - 1), entries[at], entries[at - 1], ...entries.slice(at + 1)] as T[]);
  return (
    <>
      {entries.map((entry, at) => (
        <fieldset class="entry" key={at}>
          <legend>
            {what} {at + 1}
          </legend>
          <div class="two-columns">
            {fields.map((field) => (
              <TextField
                key={field.name}
                id={idOf(`${path}[${at}].${field.name}`)}
                label={field.label}
                type={field.type ?? "text"}
                required={false}
                value={String(entry[field.name])}
                onValue={(value) => change(at, { [field.name]: value } as Partial<T>)}
                error={errorOf(problem, `${path}[${at}].${field.name}`)}
              />
            ))}
          </div>
          {tick && (
            <label class="check">
              <input
                type="checkbox"
                checked={Boolean(entry[tick.name])}
                onChange={(event) =>
                  change(at, { [tick.name]: event.currentTarget.checked } as unknown as Partial<T>)
                }
              />
              {tick.label}
            </label>
          )}
          <div class="actions">
            {at > 0 && (
              <Button small onClick={() => up(at)}>
                上へ
              </Button>
            )}
            <Button small onClick={() => onEntries(entries.filter((_, place) => place !== at))}>
              {what} {at + 1}を消す
            </Button>
          </div>
        </fieldset>
      ))}
      <div class="actions">
        <Button small onClick={() => onEntries([...entries, empty])}>
          {what}を足す
        </Button>
      </div>
    </>
  );
}
