import { useState } from "preact/hooks";
import { type CareDocument, changeDocument, type DocumentFolders } from "../../api/documents";
import { useKeptIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { DOCUMENT_KINDS } from "../../city/document-words";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { useKept } from "../../session/use-kept";
import { AboutFields } from "./about-fields";
import { chosenFolder } from "./chosen-folder";
import { aboutOf, type TypedDocument, typedOf } from "./typed-document";

interface ChangeFormProps {
  room: number;
  /** As it is at the server now, also when somebody else was faster. */
  document: CareDocument;
  folders: DocumentFolders;
  onChanged: () => void;
  onOvertaken: () => void;
  onCancel: () => void;
}

/** Title, kind, folder, day and note are put right; what they were stays (R38). */
export function ChangeForm({ room, document, folders, onChanged, onOvertaken, onCancel }: ChangeFormProps) {
  const name = `document-${room}-${document.document_id}`;
  const [kept, keep] = useKept<TypedDocument>(name);
  const typed = kept ?? typedOf(document);
  const [begunAt] = useState(document.revision);
  const folderIntent = useKeptIntent(`${name}-folder`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      const chosen = await chosenFolder(room, typed, folders, folderIntent.headersFor);
      folderIntent.answered(chosen.problem);
      if (chosen.problem) return setProblem(chosen.problem);
      const about = aboutOf(typed, chosen.data);
      const answer = await changeDocument(room, document.document_id, document.revision, about);
      setProblem(answer.problem ?? null);
      if (answer.problem?.status === 412) onOvertaken();
      if (!answer.data) return;
      keep(null);
      onChanged();
    });
  return (
    <form
      class="card no-print"
      noValidate
      aria-labelledby="change-document"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="change-document">題名などを直す</h2>
      <Refusal problem={problem} fieldId={idOnPage} />
      {document.revision !== begunAt && <Meanwhile document={document} />}
      <AboutFields
        typed={typed}
        folders={folders}
        problem={problem}
        onChange={(part) => keep({ ...typed, ...part })}
      />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          直す
        </Button>
        <Button
          onClick={() => {
            keep(null);
            onCancel();
          }}
        >
          やめる
        </Button>
      </div>
    </form>
  );
}

/** What others have made of it: whoever saves now overwrites it knowingly. */
function Meanwhile({ document }: { document: CareDocument }) {
  return (
    <section class="notice-box notice-box--warning" aria-label="ほかの人が直した内容">
      <p>
        いまは、題名「{document.title}」、{DOCUMENT_KINDS[document.kind]}、フォルダ
        {document.folder_name === null ? "なし" : `「${document.folder_name}」`}、{wareki(document.dated_on)}
        です。
      </p>
      {document.note && <p class="pre-line">メモ: {document.note}</p>}
      <p>もう一度「直す」を押すと、下の内容になります。</p>
    </section>
  );
}
