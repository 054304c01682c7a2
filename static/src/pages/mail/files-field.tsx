import { useRef } from "preact/hooks";
import { Button } from "../../interface/button";
import type { Letter } from "./letter";

interface FilesFieldProps {
  letter: Letter;
  onChange: (part: Partial<Letter>) => void;
  onFiles: (files: File[]) => void;
}

/** Files to add, those of the draft, and those of the mail that is forwarded. */
export function FilesField({ letter, onChange, onFiles }: FilesFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {letter.forwardOf !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={letter.forwardFiles}
            onChange={(event) => onChange({ forwardFiles: event.currentTarget.checked })}
          />
          元のメールの添付も送る
        </label>
      )}
      <ul class="writing__chosen">
        {letter.files.map((file) => (
          <li key={file.file_id}>
            <Button small onClick={() => onChange({ files: letter.files.filter((one) => one !== file) })}>
              {file.name} <span aria-hidden="true">×</span>
              <span class="visually-hidden">を外す</span>
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="写真・ファイルを選ぶ"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <div class="actions">
        <Button small onClick={() => input.current?.click()}>
          写真・ファイル
        </Button>
      </div>
    </>
  );
}
