import type { BasicSheet } from "../../api/basic-sheet";
import type { Problem } from "../../api/problem";
import { CARE_LEVELS, type CareLevel } from "../../city/sheet-words";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { Field, TextField } from "../../interface/field";

export interface PartProps<T> {
  value: T;
  problem: Problem | null;
  onChange: (part: Partial<T>) => void;
}

interface LongTextProps {
  path: string;
  label: string;
  hint?: string;
  value: string;
  problem: Problem | null;
  onValue: (value: string) => void;
}

export function LongText({ path, label, hint, value, problem, onValue }: LongTextProps) {
  return (
    <Field id={idOf(path)} label={label} hint={hint} error={errorOf(problem, path)} optional>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={4}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function WishesFields({ value, problem, onChange }: PartProps<BasicSheet["wishes"]>) {
  return (
    <>
      <LongText
        path="wishes.matters"
        label="大切にしたいこと"
        value={value.matters}
        problem={problem}
        onValue={(matters) => onChange({ matters })}
      />
      <LongText
        path="wishes.resuscitation"
        label="心肺停止のときの希望"
        hint="本人の言葉のまま書きます。書いたら、いつ、だれが話したかも書いてください。"
        value={value.resuscitation}
        problem={problem}
        onValue={(resuscitation) => onChange({ resuscitation })}
      />
      <div class="two-columns">
        <TextField
          id="wishes-said_on"
          label="話した日"
          type="date"
          required={false}
          value={value.said_on ?? ""}
          onValue={(day) => onChange({ said_on: day || null })}
          error={errorOf(problem, "wishes.said_on")}
        />
        <TextField
          id="wishes-said_by"
          label="話した人"
          hint="例: 本人、長男"
          required={false}
          value={value.said_by}
          onValue={(said_by) => onChange({ said_by })}
          error={errorOf(problem, "wishes.said_by")}
        />
      </div>
    </>
  );
}

export function CareFields({ value, problem, onChange }: PartProps<BasicSheet["care"]>) {
  return (
    <>
      <Field id="care-level" label="要介護度" short error={errorOf(problem, "care.level")}>
        {(attributes) => (
          <select
            {...attributes}
            value={value.level ?? ""}
            onChange={(event) => onChange({ level: (event.currentTarget.value || null) as CareLevel | null })}
          >
            <option value="">分からない</option>
            {Object.entries(CARE_LEVELS).map(([level, label]) => (
              <option key={level} value={level}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="two-columns">
        <TextField
          id="care-valid_from"
          label="認定の始まり"
          type="date"
          required={false}
          value={value.valid_from ?? ""}
          onValue={(day) => onChange({ valid_from: day || null })}
          error={errorOf(problem, "care.valid_from")}
        />
        <TextField
          id="care-valid_until"
          label="認定の終わり"
          type="date"
          required={false}
          value={value.valid_until ?? ""}
          onValue={(day) => onChange({ valid_until: day || null })}
          error={errorOf(problem, "care.valid_until")}
        />
      </div>
      <TextField
        id="care-insured_number"
        label="介護保険の被保険者番号"
        hint="チームで必要なときだけ書いてください。"
        inputMode="numeric"
        required={false}
        value={value.insured_number}
        onValue={(insured_number) => onChange({ insured_number })}
        error={errorOf(problem, "care.insured_number")}
      />
    </>
  );
}
