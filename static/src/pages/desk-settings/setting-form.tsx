import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Setting } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { settingExplanation } from "../../city/setting-words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";
import { boundsInWords, saveSetting, valueInWords } from "./save-setting";

interface SettingFormProps {
  setting: Setting;
  onSaved: (setting: Setting) => void;
}

/** One setting, saved alone: a mistake in one touches no other. */
export function SettingForm({ setting, onSaved }: SettingFormProps) {
  const { name, label, unit, kind } = setting;
  const [kept, keep] = useKeptNote(`setting-${name}`);
  const [typed, setTyped] = useState(kept || String(setting.value));
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const id = `setting-${name}`;

  const submit = () =>
    send(async () => {
      const value = typed.normalize("NFKC").trim();
      if (kind === "number" && !/^\d{1,6}$/.test(value)) {
        setMissing("数字で入力してください。");
        document.getElementById(id)?.focus();
        return;
      }
      setMissing(undefined);
      const { data, problem } = await freshly(() => saveSetting(name, value));
      setProblem(problem ?? null);
      if (!data) return;
      keep("");
      onSaved(data);
    });

  return (
    <form
      class="card"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Refusal problem={problem} fieldId={() => id} />
      <TextField
        id={id}
        label={unit ? `${label}(${unit})` : label}
        short
        type={kind === "day" ? "date" : "text"}
        {...(kind === "number" ? { inputMode: "numeric" as const } : {})}
        hint={`${settingExplanation(name)}今は${valueInWords(setting)}で、${boundsInWords(setting)}の間で選べます。`}
        value={typed}
        onValue={(value) => {
          setTyped(value);
          keep(value);
        }}
        error={missing ?? errorOf(problem, "value")}
      />
      <div class="actions">
        <Button type="submit" sending={sending} disabled={typed === String(setting.value)}>
          保存する<span class="visually-hidden">({label})</span>
        </Button>
      </div>
    </form>
  );
}
