import { loadReaders, type Message, type Reader } from "../../api/messages";
import { useLoaded } from "../../api/use-loaded";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { Badge } from "../../interface/status-badge";

interface ReadersDialogProps {
  room: number;
  message: Message;
  onClose: () => void;
}

/** R20: who has read a message and when, who gave 了解, and who is missing. */
export function ReadersDialog({ room, message, onClose }: ReadersDialogProps) {
  const id = message.message_id;
  const { data, problem, reload } = useLoaded(`readers ${room} ${id}`, () => loadReaders(room, id));
  return (
    <Dialog open heading="だれが読んだか" onCancel={onClose} class="dialog dialog--readers">
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="読んだ人" />}
      {data && (
        <>
          <Groups readers={data.items} confirm={message.confirm !== null} />
          {data.cut && <p class="hint">人数が多いため、はじめの{data.items.length}人だけを出しています。</p>}
        </>
      )}
      <div class="actions">
        <Button onClick={onClose}>閉じる</Button>
        <Button onClick={() => void reload()}>最新の状態にする</Button>
      </div>
    </Dialog>
  );
}

function Groups({ readers, confirm }: { readers: Reader[]; confirm: boolean }) {
  const missing = readers.filter((reader) => reader.asked && reader.confirmed_at === null);
  const read = readers.filter((reader) => reader.read_at !== null);
  const unread = readers.filter((reader) => reader.read_at === null);
  return (
    <>
      {confirm && <Group name="まだ了解していない人" readers={missing} none="全員が了解しました。" />}
      <Group name="読んだ人" readers={read} none="まだだれも読んでいません。" />
      <Group name="まだ読んでいない人" readers={unread} none="全員が読みました。" />
    </>
  );
}

function Group({ name, readers, none }: { name: string; readers: Reader[]; none: string }) {
  return (
    <section>
      <h3>
        {name}({readers.length}人)
      </h3>
      {readers.length === 0 && <p class="quiet">{none}</p>}
      <ul class="plain-list readers">
        {readers.map((reader) => (
          <OneReader key={reader.user_id} reader={reader} />
        ))}
      </ul>
    </section>
  );
}

function OneReader({ reader }: { reader: Reader }) {
  const { read_at: readAt, confirmed_at: confirmedAt } = reader;
  return (
    <li>
      <strong>{reader.name}</strong>{" "}
      <span class="quiet">
        {word(PROFESSIONS, reader.profession)} ・ {reader.organization_name}
      </span>{" "}
      {reader.has_left && <Badge kind="quiet">今は部屋にいません</Badge>}
      {reader.came_later && <Badge kind="quiet">あとから参加</Badge>}
      {readAt && (
        <span class="hint">
          読んだ日時 <time dateTime={readAt}>{warekiWithTime(readAt)}</time>
        </span>
      )}
      {confirmedAt && (
        <span class="hint">
          了解した日時 <time dateTime={confirmedAt}>{warekiWithTime(confirmedAt)}</time>
        </span>
      )}
    </li>
  );
}
