import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface DialogProps {
  open: boolean;
  heading: string;
  children: ComponentChildren;
  /** Esc was pressed. Without it the dialog stays: there is no other way than through it. */
  onCancel?: (() => void) | undefined;
  class?: string;
}

/** The browser's own modal dialog: it keeps the focus inside, closes with Esc and gives the focus back. */
export function Dialog({ open, heading, children, onCancel, class: className = "dialog" }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  // Only closing gives the focus back; a dialog that is taken away while open would drop it.
  useEffect(() => {
    const dialog = element.current;
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      class={className}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !onCancel) event.preventDefault();
      }}
      // A second Esc, or the back gesture of a phone, closes whatever the page says.
      onClose={() => {
        if (!open || element.current === null) return;
        if (onCancel) onCancel();
        else element.current?.showModal();
      }}
    >
      <div class="stack">
        <h2 id={headingId}>{heading}</h2>
        {children}
      </div>
    </dialog>
  );
}
