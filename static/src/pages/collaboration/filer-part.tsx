import type { Problem } from "../../api/problem";
import type { AccountHolderInput } from "../../api/rooms";
import type { Me } from "../../api/types";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { TextField } from "../../interface/field";

/** Who files: whoever is signed in. */
export function holderOfMe(me: Me): AccountHolderInput {
  return { login_id: me.login_id, name: me.name, phone: "" };
}

interface FilerPartProps {
  legend: string;
  applicant: AccountHolderInput;
  onApplicant: (applicant: AccountHolderInput) => void;
  problem: Problem | null;
}

/** The account says who it is; only how to be reached can be added. */
export function FilerPart({ legend, applicant, onApplicant, problem }: FilerPartProps) {
  const error = errorOf(problem, "applicant.login_id") ?? errorOf(problem, "applicant.name");
  return (
    <fieldset class="group" id="applicant" tabIndex={-1}>
      <legend>{legend}</legend>
      <p>
        <strong>{applicant.name}</strong>(ログインID <span class="code">{applicant.login_id}</span>)
      </p>
      {error && <p class="error">{error}</p>}
      <TextField
        id={idOf("applicant.phone")}
        label="日中に連絡がつく電話番号"
        type="tel"
        autocomplete="tel"
        optional
        required={false}
        short
        hint="市の窓口から確かめたいことがあるときに使います。"
        value={applicant.phone}
        onValue={(phone) => onApplicant({ ...applicant, phone })}
        error={errorOf(problem, "applicant.phone")}
      />
    </fieldset>
  );
}
