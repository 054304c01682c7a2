import { useState } from "preact/hooks";
import {
  addFolder,
  type DocumentFolder,
  type DocumentFolders,
  removeFolder,
  renameFolder,
} from "../../api/documents";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";

interface FoldersPartProps {
  room: number;
  folders: DocumentFolders;
  onChanged: () => Promise<void>;
}

/** The team's own folders: made, called something else, removed when empty. */
export function FoldersPart({ room, folders, onChanged }: FoldersPartProps) {
  return (
    <details class="no-print">
      <summary>フォルダを作る・名前を変える・消す</summary>
      <div class="stack document-folders">
        <NewFolder room={room} suggested={folders.suggested} onChanged={onChanged} />
        <ul class="plain-list stack" aria-label="今あるフォルダ">
          {folders.items.map((folder) => (
            <OneFolder key={folder.folder_id} room={room} folder={folder} onChanged={onChanged} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function NewFolder({
  room,
  suggested,
  onChanged,
}: {
  room: number;
  suggested: string[];
  onChanged: () => Promise<void>;
}) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState("");
  const [sending, send] = useSending();
  const intent = useIntent();
  const make = (wanted: string) =>
    send(async () => {
      setMade("");
      const answer = await addFolder(room, wanted, intent.headersFor(wanted));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      setName("");
      setMade(`フォルダ「${wanted}」を作りました。`);
      await onChanged();
    });
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make(name);
      }}
    >
      <Refusal problem={problem} />
      <TextField
        id="folder-name"
        label="新しいフォルダの名前"
        value={name}
        onValue={setName}
        error={errorOf(problem, "name")}
      />
      <div class="row">
        <Button type="submit" sending={sending}>
          作る
        </Button>
        {suggested.map((offered) => (
          <Button small key={offered} disabled={sending} onClick={() => void make(offered)}>
            「{offered}」を作る
          </Button>
        ))}
      </div>
      <p role="status" class="status-line hint">
        {made}
      </p>
    </form>
  );
}

interface OneFolderProps {
  room: number;
  folder: DocumentFolder;
  onChanged: () => Promise<void>;
}

function OneFolder({ room, folder, onChanged }: OneFolderProps) {
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const number = folder.folder_id;
  const done = async (refused: Problem | undefined) => {
    // Gone already: as it was wanted.
    const isGone = refused?.status === 404;
    setProblem(refused && !isGone ? refused : null);
    if (refused && !isGone) return;
    setName(null);
    await onChanged();
  };
  const rename = (wanted: string) =>
    send(async () => done((await renameFolder(room, number, wanted)).problem));
  const remove = () => send(async () => done((await removeFolder(room, number)).problem));
  return (
    <li class="card">
      <Refusal problem={problem} />
      {name === null ? (
        <div class="row row--apart">
          <span>
            <strong>{folder.name}</strong> {folder.documents}件
          </span>
          <div class="row">
            <Button small onClick={() => setName(folder.name)}>
              名前を変える<span class="visually-hidden">({folder.name})</span>
            </Button>
            {folder.documents === 0 && (
              <Button small sending={sending} onClick={() => void remove()}>
                消す<span class="visually-hidden">({folder.name})</span>
              </Button>
            )}
          </div>
        </div>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void rename(name);
          }}
        >
          <TextField
            id={`folder-${number}`}
            label={`「${folder.name}」の新しい名前`}
            value={name}
            onValue={setName}
            error={errorOf(problem, "name")}
          />
          <div class="actions">
            <Button type="submit" sending={sending}>
              この名前にする
            </Button>
            <Button onClick={() => setName(null)}>やめる</Button>
          </div>
        </form>
      )}
    </li>
  );
}
