import type { Problem } from "../../api/problem";
import type { RoomTheme, RoomVisibility } from "../../api/types";
import { roomNameHint } from "../../city/room-name";
import { ROOM_VISIBILITIES } from "../../city/room-words";
import { choices } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { ChoiceField } from "../../interface/choice-field";
import { Field, SelectField, TextField } from "../../interface/field";

/** What a room is, as it is typed. */
export interface TypedDetails {
  name?: string;
  purpose?: string;
  theme_id: number | null;
  scope?: string;
  visibility?: RoomVisibility | "";
}

interface DetailsFieldsProps {
  fields: TypedDetails;
  onFields: (changed: Partial<TypedDetails & { visibility: RoomVisibility }>) => void;
  themes: RoomTheme[];
  problem: Problem | null;
}

/** Name, purpose, theme, who takes part, and whether others find the room (R23, R24). */
export function DetailsFields({ fields, onFields, themes, problem }: DetailsFieldsProps) {
  return (
    <>
      <div class="stack">
        <TextField
          id="name"
          label="部屋の名前"
          hint="何のための部屋かが、名前だけで分かるようにしてください。60文字まで。例: 褥瘡ケア研修(令和8年度)の連絡"
          value={fields.name ?? ""}
          onValue={(name) => onFields({ name })}
          error={errorOf(problem, "name")}
        />
        <p class="hint status-line" role="status">
          {roomNameHint(fields.name ?? "")}
        </p>
      </div>
      <LongText
        id="purpose"
        label="目的"
        hint="何のために、何を知らせ合い、相談するのかを書いてください。500文字まで。"
        max={500}
        value={fields.purpose ?? ""}
        onValue={(purpose) => onFields({ purpose })}
        error={errorOf(problem, "purpose")}
      />
      <SelectField
        id="theme_id"
        label="テーマ"
        value={fields.theme_id === null ? "" : String(fields.theme_id)}
        onValue={(theme) => onFields({ theme_id: Number(theme) })}
        choices={themes.map((theme) => ({ value: String(theme.theme_id), label: theme.name }))}
        error={errorOf(problem, "theme_id")}
      />
      <LongText
        id="scope"
        label="参加する人の範囲"
        hint="目的に必要な人に限ってください。300文字まで。例: 研修に参加する訪問看護師と、講師の薬剤師"
        max={300}
        value={fields.scope ?? ""}
        onValue={(scope) => onFields({ scope })}
        error={errorOf(problem, "scope")}
      />
      <ChoiceField
        id="visibility"
        legend="部屋の一覧"
        hint="一覧に載せると、アカウントのある方が名前と目的を見て、参加を申請できます。中の書き込みは見えません。"
        value={fields.visibility ?? ""}
        onValue={(visibility) => onFields({ visibility })}
        choices={choices(ROOM_VISIBILITIES)}
        error={errorOf(problem, "visibility")}
      />
    </>
  );
}

interface LongTextProps {
  id: string;
  label: string;
  hint: string;
  max: number;
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
  optional?: boolean;
}

/** A text of several lines. */
export function LongText({ id, label, hint, max, value, onValue, error, optional = false }: LongTextProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={3}
          maxLength={max}
          aria-required={optional ? undefined : "true"}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
