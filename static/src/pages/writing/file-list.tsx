import { Button } from "../../interface/button";
import { sizeInWords } from "../timeline/file-size";
import type { ChosenFile, Files } from "./use-files";

/** What goes with the message, and how far it is. */
export function FileList({ files }: { files: Files }) {
  return (
    <>
      <p role="status" class={files.note ? "error" : "status-line"}>
        {files.note}
      </p>
      {files.files.length > 0 && (
        <ul class="writing__files" aria-label="添付">
          {files.files.map((file) => (
            <li key={file.key}>
              <span>
                {file.name} <span class="hint">{sizeInWords(file.content.size)}</span>
              </span>
              <State file={file} />
              <Button small onClick={() => files.remove(file.key)}>
                外す<span class="visually-hidden">({file.name})</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function State({ file }: { file: ChosenFile }) {
  if (file.refusal) {
    return (
      <p class="error" role="alert">
        {file.refusal}
      </p>
    );
  }
  if (file.part !== null) {
    return <progress value={file.part} max={1} aria-label={`${file.name}を送っています`} />;
  }
  return (
    <span class="hint">
      {file.later ? "つながったら送ります" : file.fileId ? "添付できます" : "順番を待っています"}
    </span>
  );
}
