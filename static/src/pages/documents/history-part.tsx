import { useState } from "preact/hooks";
import { type DocumentChange, loadDocumentChanges } from "../../api/documents";
import { usePages } from "../../api/use-pages";
import { DOCUMENT_KINDS, DOCUMENT_STEPS } from "../../city/document-words";
import { wareki } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { byline } from "../basic-sheet/sheet-history";

interface HistoryProps {
  room: number;
  document: number;
}

/** What was done with the document, and what was said of it before (R38); loaded when it is wanted. */
export function HistoryPart({ room, document }: HistoryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>これまでの変更を見る</summary>
      {isOpen && <History room={room} document={document} />}
    </details>
  );
}

function History({ room, document }: HistoryProps) {
  const pages = usePages(`document changes ${room} ${document}`, (after) =>
    loadDocumentChanges(room, document, after),
  );
  const { items, problem } = pages;
  return (
    <div class="stack">
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="これまでの変更" />}
      {items && (
        <>
          <ol class="plain-list stack" aria-label="これまでの変更">
            {items.map((item) => (
              <li class="card" key={`${item.by.at} ${item.what} ${item.version}`}>
                <p>
                  <strong>{DOCUMENT_STEPS[item.what]}</strong>
                  {item.version !== null && `(第${item.version}版)`}
                  <br />
                  {byline(item.by)}
                </p>
                {item.reason !== null && <p>理由: {item.reason}</p>}
                <Differences item={item} />
              </li>
            ))}
          </ol>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </div>
  );
}

function Differences({ item: { before, after } }: { item: DocumentChange }) {
  if (!before || !after) return null;
  const texts = (said: typeof before): [string, string][] => [
    ["題名", said.title],
    ["種類", DOCUMENT_KINDS[said.kind]],
    ["フォルダ", said.folder_name ?? "なし"],
    ["書類の日付", wareki(said.dated_on)],
    ["メモ", said.note || "なし"],
  ];
  const now = new Map(texts(after));
  return (
    <dl class="facts">
      {texts(before)
        .filter(([name, text]) => now.get(name) !== text)
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="pre-line">
              <del>{text}</del> → {now.get(name)}
            </dd>
          </div>
        ))}
    </dl>
  );
}
