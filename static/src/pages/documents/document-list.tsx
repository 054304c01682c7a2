import { type CareDocument, loadDocuments } from "../../api/documents";
import { usePages } from "../../api/use-pages";
import { DOCUMENT_KINDS } from "../../city/document-words";
import { PROFESSIONS, word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Badge } from "../../interface/status-badge";
import { sizeInWords } from "../timeline/file-size";
import { addressOf, askingOf, type Shown } from "./asking";

interface DocumentListProps {
  room: number;
  shown: Shown;
  /** The room has documents, whether they fit or not. */
  isAnythingThere: boolean;
}

/** The documents that fit, page by page. */
export function DocumentList({ room, shown, isAnythingThere }: DocumentListProps) {
  const asking = askingOf(shown);
  const pages = usePages(`documents ${room} ${JSON.stringify(asking)}`, (after) =>
    loadDocuments(room, asking, after),
  );
  const { items, problem } = pages;
  return (
    <section class="stack" aria-labelledby="documents">
      <h2 id="documents">書類の一覧</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="書類の一覧" />}
      {items?.length === 0 && <Nothing shown={shown} isAnythingThere={isAnythingThere} />}
      {items && items.length > 0 && (
        <>
          <ul class="plain-list stack">
            {items.map((item) => (
              <Item key={item.document_id} room={room} item={item} shown={shown} />
            ))}
          </ul>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </section>
  );
}

function Nothing({ shown, isAnythingThere }: Omit<DocumentListProps, "room">) {
  if (shown.withdrawn) return <EmptyState title="しまった書類はありません" />;
  if (!isAnythingThere)
    return (
      <EmptyState title="まだ書類がありません">
        <p>指示書や計画書、検査の結果などを、写真かファイルで登録できます。</p>
      </EmptyState>
    );
  return (
    <EmptyState title="当てはまる書類がありません">
      <p>フォルダや題名の言葉を変えるか、「すべて」を選んでください。</p>
    </EmptyState>
  );
}

function Item({ room, item, shown }: { room: number; item: CareDocument; shown: Shown }) {
  const { newest, withdrawal } = item;
  const address = addressOf(`/rooms/${room}/documents/${item.document_id}`, shown);
  return (
    <li class="card document-item">
      <h3>
        <a href={address}>{item.title}</a>
      </h3>
      <p class="row">
        {item.is_unread && <Badge kind="unread">未読</Badge>}
        <Badge kind="quiet">{DOCUMENT_KINDS[item.kind]}</Badge>
        {item.folder_name !== null && <Badge kind="quiet">フォルダ: {item.folder_name}</Badge>}
        {item.version > 1 && <Badge kind="quiet">第{item.version}版</Badge>}
      </p>
      <p>
        書類の日付 <time dateTime={item.dated_on}>{wareki(item.dated_on)}</time>
      </p>
      {withdrawal && (
        <p class="notice-box">
          {withdrawal.by_name}さんが{warekiWithTime(withdrawal.at)}にしまいました。理由: {withdrawal.reason}
        </p>
      )}
      <p class="document-item__by">
        {warekiWithTime(newest.at)} {newest.name}({word(PROFESSIONS, newest.profession)} ・{" "}
        {newest.organization_name})
        <br />
        {item.file.name}({sizeInWords(item.file.bytes)}) ・ 読んだ人 {item.read_count}人
      </p>
    </li>
  );
}
