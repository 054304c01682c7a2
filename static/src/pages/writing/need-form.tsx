import { useState } from "preact/hooks";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";

/** As the server has it. */
const CHARACTERS_MIN = 5;
const CHARACTERS_MAX = 300;

interface NeedFormProps {
  room: number;
  sending: boolean;
  onNeed: (need: string) => void;
}

/** R27: whoever has a lawful need states it; it is kept with the message, and the city sees how often that happens. */
export function NeedForm({ room, sending, onNeed }: NeedFormProps) {
  const [need, setNeed] = useKeptNote(`message-need-${room}`);
  const [error, setError] = useState<string | undefined>(undefined);
  const send = () => {
    const { length } = [...need.trim()];
    if (length < CHARACTERS_MIN || length > CHARACTERS_MAX) {
      setError(`必要な理由を${CHARACTERS_MIN}文字以上${CHARACTERS_MAX}文字までで書いてください。`);
      document.getElementById("need")?.focus();
      return;
    }
    setError(undefined);
    onNeed(need.trim());
  };
  return (
    <details>
      <summary>必要があって、このまま書く</summary>
      <div class="stack">
        <p class="hint">
          法令にもとづく場合など、どうしても必要なときだけです。理由は書き込みといっしょに残り、市には件数が伝わります。
        </p>
        <Field id="need" label="このまま書く必要がある理由" error={error}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              value={need}
              onInput={(event) => setNeed(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="actions">
          <Button kind="danger" sending={sending} onClick={send}>
            理由を記録して送る
          </Button>
        </div>
      </div>
    </details>
  );
}
