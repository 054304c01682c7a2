import { useState } from "preact/hooks";
import { fileAddress, type MessageFile } from "../../api/messages";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { sizeInWords } from "./file-size";

/** What every browser draws; HEIC is not among them. */
const SHOWN = /^image\/(jpeg|png|gif|webp)$/;

/** The files of a message: photos to look at, the others to save. */
export function Attachments({ room, files }: { room: number; files: MessageFile[] }) {
  const [shown, setShown] = useState<MessageFile | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <ul class="message__files">
        {files.map((file) => (
          <li key={file.file_id}>
            {SHOWN.test(file.media_type) ? (
              <button type="button" class="message__photo" onClick={() => setShown(file)}>
                <img src={fileAddress(room, file.file_id)} alt="" loading="lazy" decoding="async" />
                <span>
                  <span class="visually-hidden">写真を大きく見る: </span>
                  {file.name}
                </span>
              </button>
            ) : (
              <>
                <a href={fileAddress(room, file.file_id)} download={file.name}>
                  {file.name}
                </a>{" "}
                <span class="hint">{sizeInWords(file.bytes)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {shown && (
        <Dialog open heading={shown.name} onCancel={() => setShown(null)} class="dialog dialog--photo">
          <img class="message__large-photo" src={fileAddress(room, shown.file_id)} alt={shown.name} />
          <div class="actions">
            <Button onClick={() => setShown(null)}>閉じる</Button>
            <a class="button button--secondary" href={fileAddress(room, shown.file_id)} download={shown.name}>
              保存する({sizeInWords(shown.bytes)})
            </a>
          </div>
        </Dialog>
      )}
    </>
  );
}
