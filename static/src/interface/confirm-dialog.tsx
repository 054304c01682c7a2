import type { ComponentChildren } from "preact";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmDialogProps {
  open: boolean;
  heading: string;
  children: ComponentChildren;
  confirm: string;
  /** Where やめる could be read as what is asked about. */
  cancel?: string;
  danger?: boolean;
  sending?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something is done. */
export function ConfirmDialog({
  open,
  heading,
  children,
  confirm,
  cancel = "やめる",
  danger = false,
  sending = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Dialog open={open} heading={heading} onCancel={sending ? undefined : onCancel}>
      {children}
      <div class="actions">
        <Button kind={danger ? "danger" : "primary"} sending={sending} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button disabled={sending} onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </Dialog>
  );
}
