import type { ConsentInput } from "../../api/support";
import { ASSOCIATION_DESK } from "../../city/names";
import { REPRESENTATIVE_RELATIONS, SIGNED_BY } from "../../city/support-words";
import { choices } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { ChoiceField } from "../../interface/choice-field";
import { errorTextUnder, idOf } from "../../interface/error-fields";
import { SelectField, TextField } from "../../interface/field";
import { type FormPart, textProps } from "./form-part";

/** Form 7 as it was signed on paper. */
export function ConsentSection(part: FormPart) {
  const { fields, onFields, problem } = part;
  return (
    <fieldset class="group" id="consent" tabIndex={-1}>
      <legend>3 同意書(様式第7号)</legend>
      <p>
        <a href="/forms/youshiki-7.pdf" target="_blank" rel="noopener">
          同意書の用紙(PDF、新しいタブで開きます)
        </a>
        に署名をもらってから、書かれているとおりに入力してください。
      </p>
      <label class="check check--boxed">
        <input
          type="checkbox"
          checked={fields.consentLater}
          onChange={() => onFields({ ...fields, consentLater: !fields.consentLater })}
        />
        同意書は後から出す
      </label>
      {errorOf(problem, "consent") && <p class="error">{errorOf(problem, "consent")}</p>}
      {fields.consentLater ? (
        <p class="hint">
          支援チームの届出だけを先に受け付けます。同意書がそろうまで受理されません。入力した内容は残ります。
        </p>
      ) : (
        <ConsentFields {...part} />
      )}
    </fieldset>
  );
}

function ConsentFields({ fields, onFields, problem }: FormPart) {
  const { consent } = fields;
  const change = (changed: Partial<ConsentInput>) =>
    onFields({ ...fields, consent: { ...consent, ...changed } });
  return (
    <>
      <ChoiceField
        id={idOf("consent.signed_by")}
        legend="署名した人"
        value={consent.signed_by}
        onValue={(signed_by) => change({ signed_by })}
        choices={choices(SIGNED_BY)}
        error={errorOf(problem, "consent.signed_by")}
      />
      {consent.signed_by === "representative" && (
        <>
          <TextField
            {...textProps(
              problem,
              "consent.representative_name",
              consent.representative_name,
              (representative_name) => change({ representative_name }),
            )}
            label="代理人の氏名"
          />
          <SelectField
            id={idOf("consent.representative_relation")}
            label="登録者との間柄"
            value={consent.representative_relation}
            onValue={(representative_relation) => change({ representative_relation })}
            choices={choices(REPRESENTATIVE_RELATIONS)}
            error={errorOf(problem, "consent.representative_relation")}
          />
        </>
      )}
      <TextField
        {...textProps(problem, "consent.signed_on", consent.signed_on, (signed_on) => change({ signed_on }))}
        label="署名した日"
        type="date"
        short
      />
      <ScanFields fields={fields} onFields={onFields} problem={problem} onConsent={change} />
    </>
  );
}

interface ScanFieldsProps extends Omit<FormPart, "me"> {
  onConsent: (changed: Partial<ConsentInput>) => void;
}

/** R19, in plain words: without the agreement the paper itself must come. */
function ScanFields({ fields, onFields, problem, onConsent }: ScanFieldsProps) {
  return (
    <div class="stack">
      <p class="notice-box">
        <strong>署名した紙の同意書(原本)は、医師会の窓口({ASSOCIATION_DESK})に届けてください。</strong>
        持参でも郵送でもかまいません。届くまで受理されません。
        スキャンしたデータで代わりにできるのは、「データを原本として扱ってよい」と本人(または代理人)が前もって同意しているときだけです。そのデータも、利用者間メールで送ったものに限ります。Eメールでは受け付けません。
      </p>
      <label class="check check--boxed">
        <input
          type="checkbox"
          checked={fields.scanAgreed}
          onChange={() => onFields({ ...fields, scanAgreed: !fields.scanAgreed })}
        />
        スキャンしたデータを原本として扱うことに、前もって同意している
      </label>
      {fields.scanAgreed && (
        <TextField
          {...textProps(problem, "consent.scan_agreed_on", fields.consent.scan_agreed_on, (scan_agreed_on) =>
            onConsent({ scan_agreed_on }),
          )}
          label="そのことに同意した日"
          type="date"
          short
          hint="同意書の3の欄で「同意します」を選んだ日です。"
        />
      )}
      {!fields.scanAgreed && errorTextUnder(problem, "consent.scan_agreed_on") && (
        <p class="error">{errorTextUnder(problem, "consent.scan_agreed_on")}</p>
      )}
    </div>
  );
}
