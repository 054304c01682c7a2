import { useState } from "preact/hooks";
import type { ApplicationSummary, Clerk, Me } from "../../api/types";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { AcceptDialog, sorted } from "./accept-dialog";
import { ClerkOptions } from "./clerk-options";

interface BulkBarProps {
  chosen: ApplicationSummary[];
  me: Me;
  clerks: Clerk[];
  /** Stays in reach while the list scrolls. */
  sticky: boolean;
  onClear: () => void;
  onAccept: (items: ApplicationSummary[]) => void;
  onAssign: (items: ApplicationSummary[], userId: number | null) => void;
}

/** What can be done with the chosen rows. */
export function BulkBar({ chosen, me, clerks, sticky, onClear, onAccept, onAssign }: BulkBarProps) {
  const [asking, setAsking] = useState<"accept" | "assign" | null>(null);
  const { acceptable } = sorted(chosen);
  return (
    <div class={chosen.length > 0 ? `bar bar--bulk no-print${sticky ? " bar--sticky" : ""}` : "no-print"}>
      <div class="row row--apart">
        <p role="status" class="status-line">
          {chosen.length > 0 && `${chosen.length}件を選んでいます`}
        </p>
        {chosen.length > 0 && (
          <div class="row">
            <Button kind="primary" small onClick={() => setAsking("accept")}>
              まとめて受理({acceptable.length}件)
            </Button>
            <Button small onClick={() => setAsking("assign")}>
              担当を決める
            </Button>
            <Button small onClick={onClear}>
              選択を外す
            </Button>
          </div>
        )}
      </div>
      <AcceptDialog
        open={asking === "accept"}
        chosen={chosen}
        onConfirm={(items) => {
          setAsking(null);
          onAccept(items);
        }}
        onCancel={() => setAsking(null)}
      />
      <AssignDialog
        open={asking === "assign"}
        count={chosen.length}
        me={me}
        clerks={clerks}
        onConfirm={(userId) => {
          setAsking(null);
          onAssign(chosen, userId);
        }}
        onCancel={() => setAsking(null)}
      />
    </div>
  );
}

interface AssignDialogProps {
  open: boolean;
  count: number;
  me: Me;
  clerks: Clerk[];
  onConfirm: (userId: number | null) => void;
  onCancel: () => void;
}

function AssignDialog({ open, count, me, clerks, onConfirm, onCancel }: AssignDialogProps) {
  const [to, setTo] = useState(String(me.user_id));
  return (
    <ConfirmDialog
      open={open}
      heading={`${count}件の担当を決めますか`}
      confirm="この担当にする"
      onConfirm={() => onConfirm(to === "" ? null : Number(to))}
      onCancel={onCancel}
    >
      <Field id="bulk-clerk" label="担当する人" hint="前の担当は置き換わります。">
        {(attributes) => (
          <select {...attributes} value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
            <ClerkOptions me={me} clerks={clerks} />
          </select>
        )}
      </Field>
    </ConfirmDialog>
  );
}
