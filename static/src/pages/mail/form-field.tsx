import { FORMS, type Form } from "../../api/forms";
import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { DESKS } from "../../city/names";
import { formName } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { Field } from "../../interface/field";
import type { Letter } from "./letter";
import { deskOf, mayMail } from "./mailed-forms";

interface FormFieldProps {
  letter: Letter;
  me: Me;
  onChange: (part: Partial<Letter>) => void;
  problem: Problem | null;
}

/** 様式として提出する (R12): which form it is; the desk follows from that and is shown, not chosen (R11). */
export function FormField({ letter, me, onChange, problem }: FormFieldProps) {
  if (letter.answersReturn) {
    return (
      <p class="notice-box">
        <strong>差戻しへの回答です。</strong>送ると、差し戻した窓口に再提出されます。
      </p>
    );
  }
  // A form begins a thread, and a clerk enters what others send.
  if (letter.replyTo !== null || me.desk !== null) return null;
  const offered = FORMS.filter((form) => mayMail(form, me.is_manager));
  const chosen = letter.form;
  return (
    <fieldset class="field">
      <legend>出し方</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={chosen !== null}
          onChange={(event) => onChange({ form: event.currentTarget.checked ? (offered[0] ?? null) : null })}
        />
        様式として提出する
      </label>
      {chosen !== null && (
        <>
          <Field
            id="form"
            label="提出する様式"
            error={errorOf(problem, "form")}
            hint="記入した様式のファイルを、下で添付してください。"
          >
            {(attributes) => (
              <select
                {...attributes}
                value={String(chosen)}
                onChange={(event) => onChange({ form: Number(event.currentTarget.value) })}
              >
                {offered.map((form) => (
                  <option key={form} value={String(form)}>
                    {formName(form)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <p role="status">
            提出先: <strong>{DESKS[deskOf(chosen as Form)].short}</strong>(
            {DESKS[deskOf(chosen as Form)].name})
          </p>
          {chosen === 7 && (
            <p class="hint">
              同意書のスキャンは、ご本人がスキャンを原本とすることに前もって同意しているときだけ、原本になります。
            </p>
          )}
        </>
      )}
    </fieldset>
  );
}
