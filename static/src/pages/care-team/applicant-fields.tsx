import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { TextField } from "../../interface/field";

interface ApplicantFieldsProps {
  legend: string;
  me: Me;
  applicant: { phone: string; email: string };
  onApplicant: (changed: { phone?: string; email?: string }) => void;
  problem: Problem | null;
}

/** R15: whoever coordinates the team files; the account says who that is. */
export function ApplicantFields({ legend, me, applicant, onApplicant, problem }: ApplicantFieldsProps) {
  return (
    <fieldset class="group">
      <legend>{legend}</legend>
      <p>
        <strong>{me.name}</strong>({word(PROFESSIONS, me.profession)} ・ {me.organization.name})
      </p>
      <TextField
        id={idOf("applicant.phone")}
        label="日中に連絡がつく電話番号"
        type="tel"
        autocomplete="tel"
        short
        hint="窓口から問い合わせることがあります。"
        value={applicant.phone}
        onValue={(phone) => onApplicant({ phone })}
        error={errorOf(problem, "applicant.phone")}
      />
      <TextField
        id={idOf("applicant.email")}
        label="メールアドレス"
        type="email"
        autocomplete="email"
        optional
        required={false}
        value={applicant.email}
        onValue={(email) => onApplicant({ email })}
        error={errorOf(problem, "applicant.email")}
      />
    </fieldset>
  );
}
