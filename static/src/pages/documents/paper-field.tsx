import { useRef } from "preact/hooks";
import { Button } from "../../interface/button";
import { sizeInWords } from "../timeline/file-size";
import type { Paper, PaperState } from "./use-paper";

/** The kinds of file that the server takes; it looks at the content, whatever the name says. */
const ACCEPTED =
  "image/jpeg,image/png,image/gif,image/webp,image/heic,image/heif,application/pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv";

interface PaperFieldProps {
  state: PaperState;
  error: string | undefined;
  /** A file was chosen, of this name. */
  onChosen?: (name: string) => void;
}

/** Takes a photo or a file, and says how far it is on its way. */
export function PaperField({ state, error, onChosen }: PaperFieldProps) {
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = "";
    if (!file) return;
    state.choose(file);
    onChosen?.(file.name);
  };
  return (
    <fieldset class={error ? "field field--invalid" : "field"} id="file_id" tabIndex={-1}>
      <legend>写真・ファイル</legend>
      <p class="hint">
        写真、PDF、Word、Excel、PowerPoint、テキスト。10MBまで。大きな写真は小さくしてから送ります。
      </p>
      {error && <p class="error">{error}</p>}
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label="写真を撮る"
        onChange={(event) => choose(event.currentTarget)}
      />
      <input
        ref={files}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label="写真・ファイルを選ぶ"
        onChange={(event) => choose(event.currentTarget)}
      />
      <div class="row">
        <Button onClick={() => camera.current?.click()}>写真を撮る</Button>
        <Button onClick={() => files.current?.click()}>写真・ファイルを選ぶ</Button>
      </div>
      {state.paper && <OnItsWay paper={state.paper} onGoOn={state.goOn} />}
    </fieldset>
  );
}

function OnItsWay({ paper, onGoOn }: { paper: Paper; onGoOn: () => void }) {
  const { name, bytes, part, isSending, fileId, problem, mayGoOn } = paper;
  return (
    <div class="paper">
      <p>
        <strong>{name}</strong> <span class="hint">{sizeInWords(bytes)}</span>
      </p>
      {isSending && <progress value={part} max={1} aria-label={`${name}を送っています`} />}
      <p role="status" class="status-line hint">
        {fileId !== null && "届きました。"}
        {isSending && "送っています。このまま入力を続けられます。"}
      </p>
      {problem && (
        <div class="stack" role="alert">
          <p class="error">{problem.errors[0]?.message ?? problem.title}</p>
          {mayGoOn && (
            <>
              <p>{Math.round(part * 100)}%まで届いています。つながったら、続きから送れます。</p>
              <Button small onClick={onGoOn}>
                続きから送る
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
