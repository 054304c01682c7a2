import type { CareDocument, DocumentVersion } from "../../api/documents";
import { DOCUMENT_KINDS } from "../../city/document-words";
import { wareki } from "../../dates/wareki";
import { byline } from "../basic-sheet/sheet-history";
import { sizeInWords } from "../timeline/file-size";

/** What is said of a document and of the version that is shown. */
export function Facts({ document, version }: { document: CareDocument; version: DocumentVersion }) {
  return (
    <section class="card" aria-labelledby="about-document">
      <h2 id="about-document">この書類のこと</h2>
      <dl class="facts">
        <div>
          <dt>種類</dt>
          <dd>{DOCUMENT_KINDS[document.kind]}</dd>
        </div>
        <div>
          <dt>フォルダ</dt>
          <dd>{document.folder_name ?? "なし"}</dd>
        </div>
        <div>
          <dt>書類の日付</dt>
          <dd>{wareki(document.dated_on)}</dd>
        </div>
        {document.note && (
          <div>
            <dt>メモ</dt>
            <dd class="pre-line">{document.note}</dd>
          </div>
        )}
        <div>
          <dt>登録した人</dt>
          <dd>{byline(document.filed)}</dd>
        </div>
        {version.version > 1 && (
          <div>
            <dt>第{version.version}版を加えた人</dt>
            <dd>
              {byline(version.written)}
              {version.note && <p class="pre-line">{version.note}</p>}
            </dd>
          </div>
        )}
        <div>
          <dt>ファイル</dt>
          <dd>
            {version.file.name}({sizeInWords(version.file.bytes)})
          </dd>
        </div>
      </dl>
    </section>
  );
}
