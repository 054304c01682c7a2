import type { ComponentChildren } from "preact";

interface FieldProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  optional?: boolean;
  short?: boolean;
  children: (attributes: FieldAttributes) => ComponentChildren;
}

/** What the control must carry so that label, hint and error are read with it. */
export interface FieldAttributes {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: "true";
}

export function Field({ id, label, hint, error, optional = false, short = false, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const attributes: FieldAttributes = { id };
  if (described) attributes["aria-describedby"] = described;
  if (error) attributes["aria-invalid"] = "true";
  return (
    <div class={`field${error ? " field--invalid" : ""}${short ? " field--short" : ""}`}>
      <label for={id}>
        {label}
        {optional && <span class="optional">(なくてもよい)</span>}
      </label>
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
      {children(attributes)}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, "children"> {
  value: string;
  onValue: (value: string) => void;
  type?: "text" | "email" | "tel" | "search" | "date";
  inputMode?: "text" | "numeric";
  autocomplete?: string;
  mono?: boolean;
  required?: boolean;
}

export function TextField({
  value,
  onValue,
  type = "text",
  inputMode,
  autocomplete = "off",
  mono = false,
  required = true,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          class={mono ? "code" : ""}
          // The typings want one element per type of input; the attributes used here exist on all of them.
          type={type as "text"}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          {...(inputMode ? { inputMode } : {})}
          autocomplete={autocomplete}
          autocapitalize="off"
          spellcheck={false}
          aria-required={required ? "true" : undefined}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps<Value extends string> extends Omit<FieldProps, "children"> {
  value: Value | "";
  onValue: (value: Value) => void;
  choices: { value: Value; label: string }[];
}

export function SelectField<Value extends string>({
  value,
  onValue,
  choices,
  ...field
}: SelectFieldProps<Value>) {
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value as Value)}
          aria-required="true"
        >
          <option value="" disabled>
            選んでください
          </option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
