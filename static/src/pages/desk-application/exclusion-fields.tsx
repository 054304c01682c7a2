import type { Problem } from "../../api/problem";
import { errorOf } from "../../interface/answers";
import { Field } from "../../interface/field";
import type { Exclusions } from "./use-exclusions";

interface ExclusionFieldsProps {
  people: string[];
  exclusions: Exclusions;
  problem: Problem | null;
}

function exclusionId(person: number): string {
  return `excluded-${person}`;
}

/** The control for a field such as `excluded[0].note`; the server counts in the order in which they were sent. */
export function exclusionControl(field: string, notes: Exclusions["notes"]): string | null {
  const sent = /^excluded\[(\d+)\]/.exec(field)?.[1];
  const person = sent === undefined ? undefined : [...notes.keys()][Number(sent)];
  return person === undefined ? null : exclusionId(person);
}

/** Accepting, but not for everybody: each person left out gets a reason that the applicant reads. */
export function ExclusionFields({ people, exclusions, problem }: ExclusionFieldsProps) {
  if (people.length < 2) return null;
  return (
    <details class="exclusions" open={exclusions.notes.size > 0}>
      <summary>
        一部の人を除いて受理する{exclusions.notes.size > 0 && `(${exclusions.notes.size}人を除く)`}
      </summary>
      <fieldset class="field">
        <legend class="hint">除く人を選んで、理由を書いてください。理由は申請者に届きます。</legend>
        {people.map((name, person) => {
          const note = exclusions.notes.get(person);
          const sent = [...exclusions.notes.keys()].indexOf(person);
          return (
            <div key={person}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={note !== undefined}
                  onChange={() => exclusions.set(person, note === undefined ? "" : null)}
                />
                {name}さんを除く
              </label>
              {note !== undefined && (
                <Field
                  id={exclusionId(person)}
                  label={`${name}さんを除く理由`}
                  error={errorOf(problem, `excluded[${sent}].note`)}
                >
                  {(attributes) => (
                    <textarea
                      {...attributes}
                      rows={2}
                      maxLength={2000}
                      aria-required="true"
                      value={note}
                      onInput={(event) => exclusions.set(person, event.currentTarget.value)}
                    />
                  )}
                </Field>
              )}
            </div>
          );
        })}
      </fieldset>
    </details>
  );
}
