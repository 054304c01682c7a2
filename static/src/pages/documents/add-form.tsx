import { useState } from "preact/hooks";
import { type DocumentFolders, fileDocument } from "../../api/documents";
import { useKeptIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { japanDay } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { useLeaveWarning } from "../../interface/use-leave-warning";
import { useKept } from "../../session/use-kept";
import { AboutFields } from "./about-fields";
import { chosenFolder } from "./chosen-folder";
import { PaperField } from "./paper-field";
import { aboutOf, newDocument, type TypedDocument, titleOf } from "./typed-document";
import { usePaper } from "./use-paper";

interface AddFormProps {
  room: number;
  folders: DocumentFolders;
  /** The folder that is being looked at. */
  folder: number | null;
  onFiled: (title: string) => void;
  onCancel: () => void;
}

/** A paper is filed: the file goes ahead while the rest is typed. */
export function AddForm({ room, folders, folder, onFiled, onCancel }: AddFormProps) {
  const name = `document-${room}`;
  const [kept, keep] = useKept<TypedDocument>(name);
  const typed = kept ?? newDocument(japanDay(new Date()), folder);
  const change = (part: Partial<TypedDocument>) => keep({ ...typed, ...part });
  const paper = usePaper(room, name);
  const intent = useKeptIntent(name);
  const folderIntent = useKeptIntent(`${name}-folder`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const save = () =>
    send(async () => {
      const fileId = await paper.whenThere();
      if (fileId === null) return setProblem(null);
      const chosen = await chosenFolder(room, typed, folders, folderIntent.headersFor);
      folderIntent.answered(chosen.problem);
      if (chosen.problem) return setProblem(chosen.problem);
      const body = { about: aboutOf(typed, chosen.data), file_id: fileId };
      const answer = await fileDocument(room, body, intent.headersFor(body));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      paper.clear();
      keep(null);
      onFiled(typed.title);
    });
  return (
    <form
      class="card"
      noValidate
      aria-labelledby="add-document"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="add-document">書類を登録する</h2>
      {paper.paper && <FileIsLost />}
      <Refusal problem={problem} fieldId={(field) => idOnPage(field.replace(/^about\./, ""))} />
      <PaperField
        state={paper}
        error={paper.missing ?? errorOf(problem, "file_id")}
        onChosen={(fileName) => {
          if (typed.title === "") change({ title: titleOf(fileName) });
        }}
      />
      <AboutFields typed={typed} folders={folders} problem={problem} prefix="about." onChange={change} />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          登録する
        </Button>
        <Button
          onClick={() => {
            paper.clear();
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

/** What is typed is kept; a chosen file is not, a browser keeps none for a page. */
export function FileIsLost() {
  useLeaveWarning("選んだファイルは、この画面を離れると外れます。離れますか?");
  return null;
}
