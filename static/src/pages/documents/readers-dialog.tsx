import { type DocumentReaders, loadDocumentReaders } from "../../api/documents";
import { useLoaded } from "../../api/use-loaded";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { Badge } from "../../interface/status-badge";

interface ReadersDialogProps {
  room: number;
  document: number;
  version: number;
  onClose: () => void;
}

/** R20: who has opened a version and when, and who has not. */
export function ReadersDialog({ room, document, version, onClose }: ReadersDialogProps) {
  const { data, problem, reload } = useLoaded(`document readers ${room} ${document} ${version}`, () =>
    loadDocumentReaders(room, document, version),
  );
  const read = data?.items.filter((reader) => reader.read_at !== null) ?? [];
  const unread = data?.items.filter((reader) => reader.read_at === null) ?? [];
  return (
    <Dialog open heading={`だれが読んだか(第${version}版)`} onCancel={onClose} class="dialog dialog--readers">
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="読んだ人" />}
      {data && (
        <>
          <Group name="読んだ人" readers={read} none="まだだれも読んでいません。" />
          <Group name="まだ読んでいない人" readers={unread} none="全員が読みました。" />
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

interface GroupProps {
  name: string;
  readers: DocumentReaders["items"];
  none: string;
}

function Group({ name, readers, none }: GroupProps) {
  return (
    <section>
      <h3>
        {name}({readers.length}人)
      </h3>
      {readers.length === 0 && <p class="quiet">{none}</p>}
      <ul class="plain-list readers">
        {readers.map((reader) => (
          <li key={reader.user_id}>
            <strong>{reader.name}</strong>{" "}
            <span class="quiet">
              {word(PROFESSIONS, reader.profession)} ・ {reader.organization_name}
            </span>{" "}
            {reader.has_left && <Badge kind="quiet">今は部屋にいません</Badge>}
            {reader.came_later && <Badge kind="quiet">あとから参加</Badge>}
            {reader.read_at && (
              <span class="hint">
                読んだ日時 <time dateTime={reader.read_at}>{warekiWithTime(reader.read_at)}</time>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
