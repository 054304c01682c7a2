import type { ComponentChildren } from "preact";

interface ChoiceFieldProps<Value extends string> {
  /** The first choice carries it, so that a link from an error leads there. */
  id: string;
  legend: string;
  value: Value | "";
  onValue: (value: Value) => void;
  choices: { value: Value; label: string }[];
  hint?: ComponentChildren;
  error?: string | undefined;
}

/** One of a few, all of them in sight. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { id, legend, value, hint, error } = props;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset class={error ? "field field--invalid" : "field"} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {props.choices.map((choice, at) => (
        <label class="check" key={choice.value}>
          <input
            type="radio"
            name={id}
            id={at === 0 ? id : `${id}-${choice.value}`}
            checked={value === choice.value}
            onChange={() => props.onValue(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
