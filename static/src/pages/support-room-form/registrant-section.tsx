import type { RegistrantInput } from "../../api/support";
import { ageOn } from "../../dates/age";
import { typedDay } from "../../dates/typed-day";
import { japanDay, wareki } from "../../dates/wareki";
import { TextField } from "../../interface/field";
import { type FormPart, textProps } from "./form-part";

/** The person whose care is shared. */
export function RegistrantSection({ fields, onFields, problem }: FormPart) {
  const { registrant } = fields;
  const text = (name: keyof RegistrantInput) =>
    textProps(problem, `registrant.${name}`, registrant[name], (value) =>
      onFields({ ...fields, registrant: { ...registrant, [name]: value } }),
    );
  return (
    <fieldset class="group">
      <legend>2 登録者(支援を受ける方)</legend>
      <TextField {...text("name")} label="氏名" hint="例: 市川 ウメ" />
      <TextField {...text("kana")} label="ふりがな" hint="ひらがなでもカタカナでもかまいません。" />
      <div class="stack">
        <TextField
          {...text("birth_date")}
          label="生年月日"
          hint="例: 昭和15年3月2日、S15.3.2、1940-03-02"
          short
        />
        <p class="hint" role="status">
          {birthDateText(registrant.birth_date)}
        </p>
      </div>
      <TextField
        {...text("postal_code")}
        label="郵便番号"
        hint="例: 272-0021"
        optional
        required={false}
        short
      />
      <TextField {...text("address")} label="住所" />
      <TextField
        {...text("phone")}
        label="電話番号"
        type="tel"
        optional
        required={false}
        short
        hint="登録者やご家族に連絡がつく番号"
      />
    </fieldset>
  );
}

/** How the typed day was understood, so that a slip between eras is noticed at once. */
function birthDateText(typed: string): string {
  const day = typedDay(typed);
  if (day === null) return "";
  return `${wareki(day)}生まれ、今${ageOn(day, japanDay(new Date()))}歳`;
}
