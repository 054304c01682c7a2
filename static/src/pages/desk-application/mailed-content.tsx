import { useEffect, useState } from "preact/hooks";
import { FORMS } from "../../api/forms";
import { markMailOpened } from "../../api/mail";
import type { MailedForm, Me } from "../../api/types";
import { DESKS, otherDesk } from "../../city/names";
import { formName } from "../../city/words";
import { Field } from "../../interface/field";
import { ApplicationBadge } from "../../interface/status-badge";
import { useEnteredMail } from "../../session/entered-mail";
import { useUnread } from "../../unread/unread";
import { deskOf, ENTRY_PAGES } from "../mail/mailed-forms";
import { OneMail } from "../mail/one-mail";
import { INBOX } from "../mail/places";
import { isAcceptable } from "./decisions";
import "../mail/mail.css";

interface MailedContentProps {
  detail: MailedForm;
  me: Me;
}

type EnterableForm = keyof typeof ENTRY_PAGES;
const ENTERED = FORMS.filter((form): form is EnterableForm => form !== 9);

/** A form that came by mail: what the mail says, and the way to enter it (R12, R29). */
export function MailedContent({ detail, me }: MailedContentProps) {
  const { mails } = detail;
  const { refresh } = useUnread();
  const box = me.desk ?? "mine";
  const newest = mails.at(-1)?.mail_id ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mail in the thread is the reason
  useEffect(() => {
    const open = async () => {
      for (const mail of mails) {
        if (!mail.is_mine) await markMailOpened(mail.mail_id, box);
      }
      refresh();
    };
    void open();
  }, [newest, box]);
  return (
    <>
      <section class="card" aria-labelledby="submitted-form">
        <h2 id="submitted-form">提出された様式</h2>
        <p>
          <strong>{formName(detail.content.form)}</strong>
          として提出されました。本文とファイルは下のメールにあります。
        </p>
        {isAcceptable(detail.status) && <Enter detail={detail} me={me} />}
      </section>
      {mails.map((mail) => (
        <OneMail
          key={mail.mail_id}
          mail={mail}
          place={{ ...INBOX, box }}
          me={me}
          isLast={mail.mail_id === detail.content.mail_id || mail.mail_id === newest}
        />
      ))}
    </>
  );
}

/** The sender may have chosen another form than it is: the clerk says which one is entered. */
function Enter({ detail, me }: MailedContentProps) {
  const fitting = ENTERED.filter((form) => deskOf(form) === me.desk);
  const [form, setForm] = useState(fitting.find((each) => each === detail.content.form) ?? fitting[0]);
  const [, setEntered] = useEnteredMail();
  if (form === undefined) return null;
  const receipt = detail.receipt_number;
  const isOwnPage = form === 7 || form === 8;
  return (
    <div class="stack no-print">
      <Field id="entered-form" label="登録する様式">
        {(attributes) => (
          <select
            {...attributes}
            value={String(form)}
            onChange={(event) => setForm(fitting.find((each) => String(each) === event.currentTarget.value))}
          >
            {fitting.map((each) => (
              <option key={each} value={String(each)}>
                {formName(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {fitting.every((each) => each !== detail.content.form) && (
        <p class="hint">
          送った人が選んだ様式は、{DESKS[otherDesk(detail.desk)].short}の担当です。違うときは「
          {DESKS[otherDesk(detail.desk)].short}へ回す」を選んでください。
        </p>
      )}
      {form === 8 && (
        <p class="hint">登録者を開いて、「紙やメールで届いた担当者の変更を入力する」を選んでください。</p>
      )}
      <div class="actions">
        {isOwnPage ? (
          <a class="button button--primary" href={ENTRY_PAGES[form]} onClick={() => setEntered(receipt)}>
            内容を登録する
          </a>
        ) : (
          <a class="button button--primary" href={`${ENTRY_PAGES[form]}?mailed_form=${receipt}`}>
            内容を登録する
          </a>
        )}
      </div>
    </div>
  );
}

/** What was entered from it. */
export function EnteredForm({ detail }: { detail: MailedForm }) {
  const entered = detail.accounts[0];
  if (!entered) return null;
  return (
    <section class="card" aria-labelledby="entered">
      <h2 id="entered">登録された申請</h2>
      <div class="row">
        <a href={`/desk/applications/${entered.receipt_number}`}>
          {formName(entered.form)} <span class="code">{entered.receipt_number}</span>
        </a>
        <ApplicationBadge status={entered.status} />
      </div>
    </section>
  );
}
