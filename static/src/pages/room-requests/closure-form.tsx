import { useMemo } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { ClosureInput } from "../../api/rooms";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { labelled } from "../../interface/labelled";
import { LongText } from "../collaboration/details-fields";
import { FilerPart } from "../collaboration/filer-part";
import { labelOfRoomForm } from "../collaboration/labels";
import { keepEnter } from "../support-room-form/support-room-form";

interface ClosureFormProps {
  fields: ClosureInput;
  onFields: (fields: ClosureInput) => void;
  problem: Problem | null;
  submit: string;
  sending: boolean;
  onSubmit: () => void;
}

/** The request to close a room, to be mended; it is made on the room's page. */
export function ClosureForm({ fields, onFields, problem, submit, sending, onSubmit }: ClosureFormProps) {
  const summary = useMemo(() => labelled(problem, (field) => labelOfRoomForm(field, [])), [problem]);
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={keepEnter}
    >
      <Refusal problem={summary} fieldId={idOnPage} />
      <p>
        閉じる部屋: <strong>{fields.room_name}</strong>
      </p>
      <LongText
        id="reason"
        label="閉じる理由"
        optional
        hint="例: 研修がすべて終わったため。参加している人にも伝わります。500文字まで。"
        max={500}
        value={fields.reason}
        onValue={(reason) => onFields({ ...fields, reason })}
        error={errorOf(problem, "reason")}
      />
      <FilerPart
        legend="申し出る人"
        applicant={fields.applicant}
        onApplicant={(applicant) => onFields({ ...fields, applicant })}
        problem={problem}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
