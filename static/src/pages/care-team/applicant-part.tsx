import type { Problem } from "../../api/problem";
import type { Channel, Me } from "../../api/types";
import { CHANNELS, choices, PROFESSIONS, word } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { SelectField, TextField } from "../../interface/field";
import { useEnteredMail } from "../../session/entered-mail";
import { OrganizationField } from "../desk/organization-field";
import type { ApplicantFields } from "./applicant";
import { EnteredMailLine } from "./entered-mail-line";

interface ApplicantPartProps {
  legend: string;
  me: Me;
  applicant: ApplicantFields;
  onApplicant: (applicant: ApplicantFields) => void;
  problem: Problem | null;
}

/** R15: whoever coordinates the team files; the account says who that is, or a paper that a clerk types in (R12). */
export function ApplicantPart(props: ApplicantPartProps) {
  const { me, applicant, onApplicant, problem } = props;
  const text = (name: "phone" | "email") => ({
    id: idOf(`applicant.${name}`),
    value: applicant[name],
    onValue: (value: string) => onApplicant({ ...applicant, [name]: value }),
    error: errorOf(problem, `applicant.${name}`),
  });
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      {me.desk === null ? (
        <p>
          <strong>{me.name}</strong>({word(PROFESSIONS, me.profession)} ・ {me.organization.name})
        </p>
      ) : (
        <PaperFields {...props} />
      )}
      <TextField
        {...text("phone")}
        label="日中に連絡がつく電話番号"
        type="tel"
        autocomplete={me.desk === null ? "tel" : "off"}
        short
        hint="窓口から問い合わせることがあります。"
      />
      <TextField
        {...text("email")}
        label="メールアドレス"
        type="email"
        autocomplete={me.desk === null ? "email" : "off"}
        optional
        required={false}
      />
    </fieldset>
  );
}

/** E-mail is never a way to file (R12); electronic is what users do themselves. */
const PAPER_CHANNELS = choices(CHANNELS).filter(
  // What came by mail is entered from the mail.
  ({ value }) => value !== "electronic" && value !== "internal_mail",
);

/** What a clerk reads from the paper. */
function PaperFields({ applicant, onApplicant, problem }: ApplicantPartProps) {
  const text = (name: "name" | "kana") => ({
    id: idOf(`applicant.${name}`),
    value: applicant[name],
    onValue: (value: string) => onApplicant({ ...applicant, [name]: value }),
    error: errorOf(problem, `applicant.${name}`),
  });
  const error = errorOf(problem, "organization_id");
  const [mail] = useEnteredMail();
  return (
    <>
      {mail === null ? (
        <>
          <p class="notice-box">
            窓口で、紙で届いた申請を入力しています。紙に書かれているとおりに入力してください。
          </p>
          <SelectField
            id={idOf("channel")}
            label="届いた方法"
            value={applicant.channel}
            onValue={(channel: Channel) => onApplicant({ ...applicant, channel })}
            choices={PAPER_CHANNELS}
            error={errorOf(problem, "channel")}
            short
          />
        </>
      ) : (
        <EnteredMailLine />
      )}
      <div class="stack" id={idOf("organization_id")} tabIndex={-1}>
        {error && <p class="error">{error}</p>}
        <OrganizationField
          chosen={applicant.organization}
          onChosen={(organization) => onApplicant({ ...applicant, organization })}
        />
      </div>
      <TextField {...text("name")} label="申請する人の氏名" />
      <TextField {...text("kana")} label="申請する人のふりがな" />
    </>
  );
}
