import type { Problem } from "../../api/problem";
import { choices, DEVICE_KINDS, PROFESSIONS } from "../../city/words";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { SelectField, TextField } from "../../interface/field";
import { API_FIELDS, type SetupFields } from "./setup-fields";

interface SetupFormProps {
  fields: SetupFields;
  onFields: (fields: SetupFields) => void;
  problem: Problem | null;
  sending: boolean;
  onSubmit: () => void;
}

export function SetupForm({ fields, onFields, problem, sending, onSubmit }: SetupFormProps) {
  const error = (name: keyof SetupFields) =>
    problem?.errors.find((each) => API_FIELDS[each.field] === name)?.message;
  const text = (name: keyof SetupFields) => ({
    id: name,
    value: fields[name],
    onValue: (value: string) => onFields({ ...fields, [name]: value }),
    error: error(name),
  });

  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <SetupRefusal problem={problem} />
      <TextField {...text("setup_token")} label="設定用トークン" mono />
      <CityFields text={text} />
      <fieldset class="group">
        <legend>最初の担当者</legend>
        <TextField {...text("name")} label="氏名" autocomplete="name" hint="例: 市川 花子" />
        <TextField {...text("kana")} label="フリガナ" hint="例: イチカワ ハナコ" />
        <SelectField
          id="profession"
          label="職種"
          value={fields.profession}
          onValue={(profession) => onFields({ ...fields, profession })}
          choices={choices(PROFESSIONS)}
          error={error("profession")}
        />
        <TextField
          {...text("email")}
          label="メールアドレス"
          type="email"
          autocomplete="email"
          hint="共用ではなく、本人だけが使うアドレスを入力してください。"
        />
      </fieldset>
      <fieldset class="group">
        <legend>使う端末</legend>
        <SelectField
          id="kind"
          label="端末の種類"
          value={fields.kind}
          onValue={(kind) => onFields({ ...fields, kind })}
          choices={choices(DEVICE_KINDS)}
          error={error("kind")}
        />
        <TextField
          {...text("asset_number")}
          label="端末の管理番号"
          hint="端末に貼られた備品番号など。例: PC-0012"
          mono
        />
      </fieldset>
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          登録する
        </Button>
      </div>
    </form>
  );
}

type TextProps = Pick<Parameters<typeof TextField>[0], "id" | "value" | "onValue" | "error">;

function CityFields({ text }: { text: (name: keyof SetupFields) => TextProps }) {
  return (
    <fieldset class="group">
      <legend>市の窓口(通知書の差出人)</legend>
      <TextField {...text("city_name")} label="市の名前" hint="例: 市川市" />
      <TextField {...text("postal_code")} label="郵便番号" hint="例: 272-8501" autocomplete="postal-code" />
      <TextField {...text("address")} label="所在地" autocomplete="street-address" />
      <TextField {...text("phone")} label="電話番号" type="tel" autocomplete="tel" />
    </fieldset>
  );
}

function SetupRefusal({ problem }: { problem: Problem | null }) {
  return (
    <Refusal problem={problem} fieldId={(field) => API_FIELDS[field] ?? null}>
      {problem?.status === 404 && (
        <p>設定用トークンが違うか、最初の設定がすでに済んでいます。設置した人に確かめてください。</p>
      )}
    </Refusal>
  );
}
