import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button";

interface ConfirmDialogProps {
  open: boolean;
  heading: string;
  children: ComponentChildren;
  confirm: string;
  danger?: boolean;
  sending?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** The browser's own modal dialog: it keeps the focus inside, closes with Esc and gives the focus back. */
export function ConfirmDialog({
  open,
  heading,
  children,
  confirm,
  danger = false,
  sending = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby="dialog-heading"
      onCancel={(event) => {
        event.preventDefault();
        if (!sending) onCancel();
      }}
    >
      <div class="stack">
        <h2 id="dialog-heading">{heading}</h2>
        {children}
        <div class="actions">
          <Button kind={danger ? "danger" : "primary"} sending={sending} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button disabled={sending} onClick={onCancel}>
            やめる
          </Button>
        </div>
      </div>
    </dialog>
  );
}
