import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { labelled } from "../../interface/labelled";
import { ApplicantPart } from "../care-team/applicant-part";
import { labelOfSupportRoom } from "../care-team/labels";
import { ConsentSection } from "./consent-section";
import type { FormPart } from "./form-part";
import { RegistrantSection } from "./registrant-section";
import { TeamSection } from "./team-section";

interface SupportRoomFormProps extends FormPart {
  submit: string;
  sending: boolean;
  onSubmit: () => void;
  children?: ComponentChildren;
}

/** Forms 7 and 8 together (R14). */
export function SupportRoomForm(props: SupportRoomFormProps) {
  const { me, fields, onFields, problem } = props;
  const part = { me, fields, onFields, problem };
  // The same object as long as the problem is: the summary takes the focus when it changes.
  const summary = useMemo(() => labelled(problem, labelOfSupportRoom), [problem]);
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={keepEnter}
    >
      <Refusal problem={summary} fieldId={idOnPage} />
      <ApplicantPart
        legend="1 申請する人"
        me={me}
        applicant={fields.applicant}
        onApplicant={(applicant) => onFields({ ...fields, applicant })}
        problem={problem}
      />
      <RegistrantSection {...part} />
      <ConsentSection {...part} />
      <TeamSection {...part} />
      {fields.consentLater && fields.teamLater && (
        <p class="notice-box notice-box--warning">
          同意書と支援チームの両方が「後から」になっています。どちらか一つは、今入力してください。
        </p>
      )}
      <div class="actions">
        <Button kind="primary" type="submit" sending={props.sending}>
          {props.submit}
        </Button>
      </div>
      {props.children}
    </form>
  );
}

/** Enter ends the conversion of a Japanese word; in a line of text it must not send the form. */
export function keepEnter(event: KeyboardEvent) {
  const line = event.target instanceof HTMLInputElement && event.target.type !== "submit";
  if (event.key === "Enter" && line) event.preventDefault();
}
