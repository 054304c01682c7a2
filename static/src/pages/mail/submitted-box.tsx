import { useState } from "preact/hooks";
import { type SubmittedForm, withdrawMailedForm } from "../../api/mail";
import { DESKS } from "../../city/names";
import { formName } from "../../city/words";
import { Button } from "../../interface/button";
import { ApplicationBadge } from "../../interface/status-badge";
import { WithdrawDialog } from "../filed-application/withdraw-dialog";
import { followAddress } from "./mailed-forms";
import { type Place, writeAddress } from "./places";

interface SubmittedBoxProps {
  form: SubmittedForm;
  thread: number;
  /** The mail that an answer joins. */
  lastMail: number;
  place: Place;
  onChanged: () => Promise<void>;
}

/** What became of a mail that was submitted as a form, and what its sender can do now. */
export function SubmittedBox({ form, thread, lastMail, place, onChanged }: SubmittedBoxProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { receipt_number: receipt, entered } = form;
  const isDesk = place.box !== "mine";
  return (
    <section class="card submitted" aria-labelledby="submitted">
      <div class="row">
        <h2 id="submitted">様式として提出</h2>
        {/* What was entered goes on; the mail itself is done with. */}
        <ApplicationBadge status={entered?.status ?? form.status} />
      </div>
      <p>
        {formName(form.form)} <span class="code">{receipt}</span>
        <br />
        提出先: {DESKS[form.desk].short}
      </p>
      <p>{form.status_text}</p>
      {form.note && (
        <p>
          窓口から: <span class="submitted__note">{form.note}</span>
        </p>
      )}
      {entered && (
        <p>
          登録された申請:{" "}
          <a
            href={
              isDesk
                ? `/desk/applications/${entered.receipt_number}`
                : followAddress(entered.form, entered.receipt_number)
            }
          >
            <span class="code">{entered.receipt_number}</span>
          </a>
        </p>
      )}
      {isDesk && (
        <p class="no-print">
          <a href={`/desk/applications/${receipt}`}>申請の一覧での表示を開く</a>
        </p>
      )}
      {(form.can_answer || form.can_withdraw) && (
        <div class="actions no-print">
          {form.can_answer && (
            <a
              class="button button--primary"
              href={writeAddress({ kind: "answer", box: place.box, thread, mail: lastMail })}
            >
              差戻しに答える
            </a>
          )}
          {form.can_withdraw && <Button onClick={() => setWithdrawing(true)}>取り下げる</Button>}
        </div>
      )}
      <WithdrawDialog
        onWithdraw={() => withdrawMailedForm(receipt)}
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdrawn={onChanged}
      />
    </section>
  );
}
