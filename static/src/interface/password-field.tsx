import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Field } from "./field";

interface PasswordFieldProps {
  id: string;
  label: string;
  value: string;
  onValue: (value: string) => void;
  autocomplete: "current-password" | "new-password";
  hint?: ComponentChildren;
  error?: string | undefined;
  /** Further text that belongs to the field, such as the list of conditions. */
  describedBy?: string;
}

/** A password that can be looked at, with a word of warning when Caps Lock is on. */
export function PasswordField({
  id,
  label,
  value,
  onValue,
  autocomplete,
  hint,
  error,
  describedBy,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState?.("CapsLock") ?? false);

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <div class="password">
          <input
            {...attributes}
            aria-describedby={
              [attributes["aria-describedby"], describedBy, `${id}-caps`].filter(Boolean).join(" ") ||
              undefined
            }
            type={(shown ? "text" : "password") as "text"}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
            onBlur={() => setCapsLock(false)}
            autocomplete={autocomplete}
            autocapitalize="off"
            spellcheck={false}
            aria-required="true"
          />
          <button
            type="button"
            class="button button--secondary button--small"
            aria-pressed={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {shown ? "隠す" : "表示"}
            <span class="visually-hidden">({label})</span>
          </button>
          <p class="hint password__caps" id={`${id}-caps`} role="status">
            {capsLock ? "Caps Lock がオンです。英字が大文字で入力されます。" : ""}
          </p>
        </div>
      )}
    </Field>
  );
}
