import { PROFESSIONS, word } from "../../city/words";
import { TextField } from "../../interface/field";
import { type FormPart, textProps } from "./form-part";

/** R15: whoever coordinates the team files; the account says who that is. */
export function ApplicantSection({ me, fields, onFields, problem }: FormPart) {
  return (
    <fieldset class="group">
      <legend>1 申請する人</legend>
      <p>
        <strong>{me.name}</strong>({word(PROFESSIONS, me.profession)} ・ {me.organization.name})
      </p>
      <TextField
        {...textProps(problem, "applicant.phone", fields.phone, (phone) => onFields({ ...fields, phone }))}
        label="日中に連絡がつく電話番号"
        type="tel"
        autocomplete="tel"
        optional
        required={false}
        hint="空欄のときは、登録されている電話番号に連絡します。"
      />
      <TextField
        {...textProps(problem, "applicant.email", fields.email, (email) => onFields({ ...fields, email }))}
        label="メールアドレス"
        type="email"
        autocomplete="email"
        optional
        required={false}
        hint="空欄のときは、アカウントのメールアドレスを使います。"
      />
    </fieldset>
  );
}
