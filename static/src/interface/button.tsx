import type { ComponentChildren } from "preact";

interface ButtonProps {
  id?: string;
  children: ComponentChildren;
  kind?: "primary" | "secondary" | "danger";
  type?: "button" | "submit";
  small?: boolean;
  /** While sending the button keeps the focus but does nothing. */
  sending?: boolean;
  disabled?: boolean;
  onClick?: () => void;
}

export function Button({
  id,
  children,
  kind = "secondary",
  type = "button",
  small = false,
  sending = false,
  disabled = false,
  onClick,
}: ButtonProps) {
  // aria-disabled instead of disabled: a disabled button would lose the focus, and with it the screen reader's place.
  return (
    <button
      id={id}
      type={type}
      class={`button button--${kind}${small ? " button--small" : ""}`}
      aria-disabled={sending || disabled ? "true" : undefined}
      aria-busy={sending ? "true" : undefined}
      onClick={(event) => {
        if (sending || disabled) event.preventDefault();
        else onClick?.();
      }}
    >
      {sending ? "送信しています…" : children}
    </button>
  );
}
