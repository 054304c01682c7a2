import { useState } from "preact/hooks";
import { addVersion, type CareDocument } from "../../api/documents";
import { useKeptIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { TextField } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { FileIsLost } from "./add-form";
import { PaperField } from "./paper-field";
import { usePaper } from "./use-paper";

interface VersionFormProps {
  room: number;
  document: CareDocument;
  onAdded: () => void;
  onOvertaken: () => void;
  onCancel: () => void;
}

/** A newer paper in the place of the one before, which stays to be read (R38). */
export function VersionForm({ room, document: paper, onAdded, onOvertaken, onCancel }: VersionFormProps) {
  const name = `document-version-${room}-${paper.document_id}`;
  const [note, setNote] = useKeptNote(name);
  const file = usePaper(room, name);
  const intent = useKeptIntent(name);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const leave = () => {
    file.clear();
    setNote("");
  };
  const save = () =>
    send(async () => {
      const fileId = await file.whenThere();
      if (fileId === null) return setProblem(null);
      const body = { file_id: fileId, note, replaces_version: paper.version };
      const answer = await addVersion(room, paper.document_id, body, intent.headersFor(body));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (answer.problem?.status === 412) onOvertaken();
      if (!answer.data) return;
      leave();
      onAdded();
    });
  return (
    <form
      class="card no-print"
      noValidate
      aria-labelledby="add-version"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="add-version">新しい版を加える</h2>
      <p>今の第{paper.version}版は残り、これまでどおり読めます。</p>
      {file.paper && <FileIsLost />}
      <Refusal problem={problem} fieldId={idOnPage} />
      <PaperField state={file} error={file.missing ?? errorOf(problem, "file_id")} />
      <TextField
        id="note"
        label="どこが新しいか"
        required={false}
        value={note}
        onValue={setNote}
        error={errorOf(problem, "note")}
      />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          第{paper.version + 1}版として加える
        </Button>
        <Button
          onClick={() => {
            leave();
            onCancel();
          }}
        >
          やめる
        </Button>
      </div>
    </form>
  );
}
