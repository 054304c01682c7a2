import { type Mail, mailFileAddress, type Recipient } from "../../api/mail";
import type { Me } from "../../api/types";
import { DESKS } from "../../city/names";
import { warekiWithTime } from "../../dates/wareki";
import { sizeInWords } from "../timeline/file-size";
import { MessageBody } from "../timeline/message-body";
import { hasOthers, recipientsInWords, senderInWords } from "./answering";
import { type Place, writeAddress } from "./places";

interface OneMailProps {
  mail: Mail;
  place: Place;
  me: Me;
  isLast: boolean;
}

/** One mail of a thread; all but the last one are folded together. */
export function OneMail({ mail, place, me, isLast }: OneMailProps) {
  return (
    <article class="card mail" aria-label={`${senderInWords(mail)} ${warekiWithTime(mail.at)}`}>
      <p class="row row--apart">
        <strong>{senderInWords(mail)}</strong>
        <time class="quiet" dateTime={mail.at}>
          {warekiWithTime(mail.at)}
        </time>
      </p>
      <p class="hint">宛先: {recipientsInWords(mail)}</p>
      {isLast ? (
        <Content mail={mail} />
      ) : (
        <details>
          <summary>本文を見る</summary>
          <Content mail={mail} />
        </details>
      )}
      <Opened recipients={mail.to} />
      <Answers mail={mail} place={place} me={me} />
    </article>
  );
}

function Content({ mail }: { mail: Mail }) {
  return (
    <>
      <MessageBody body={mail.body} />
      {mail.files.length > 0 && (
        <ul class="plain-list">
          {mail.files.map((file) => (
            <li key={file.file_id}>
              <a href={mailFileAddress(file.file_id)} download={file.name}>
                {file.name}
              </a>{" "}
              <span class="hint">{sizeInWords(file.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who has opened it, and when; of a desk each clerk who did. */
function Opened({ recipients }: { recipients: Recipient[] }) {
  const opened = recipients.filter((recipient) => recipient.opened.length > 0).length;
  return (
    <details class="no-print">
      <summary>
        だれが開いたか({recipients.length}のうち{opened})
      </summary>
      <ul class="plain-list">
        {recipients.map((recipient) => (
          <li key={recipient.person?.user_id ?? recipient.desk}>
            {recipient.desk ? DESKS[recipient.desk].short : recipient.person?.name}:{" "}
            {recipient.opened.length === 0
              ? "まだ開いていません"
              : recipient.opened.map(({ at, by_name }) => `${by_name} ${warekiWithTime(at)}`).join("、")}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Answers({ mail, place, me }: Omit<OneMailProps, "isLast">) {
  const { box } = place;
  const start = { box, thread: mail.thread_id, mail: mail.mail_id };
  return (
    <p class="row no-print">
      <a class="button button--secondary button--small" href={writeAddress({ kind: "reply", ...start })}>
        返信
      </a>
      {hasOthers(mail, { me: me.user_id, box }) && (
        <a
          class="button button--secondary button--small"
          href={writeAddress({ kind: "reply_all", ...start })}
        >
          全員に返信
        </a>
      )}
      <a class="button button--secondary button--small" href={writeAddress({ kind: "forward", ...start })}>
        転送
      </a>
    </p>
  );
}
