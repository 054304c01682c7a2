import { useEffect, useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { OrganizationDevice } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";

interface RenameFormProps {
  device: OrganizationDevice;
  onRenamed: (device: OrganizationDevice) => void;
  onCancel: () => void;
}

/** Gives a device a name of the house, in its own line of the list. */
export function RenameForm({ device, onRenamed, onCancel }: RenameFormProps) {
  const [label, setLabel] = useState(device.label ?? "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const id = `label-${device.id}`;
  useEffect(() => document.getElementById(id)?.focus(), [id]);

  const submit = () =>
    send(async () => {
      const { data, problem } = await ask(() =>
        api.PUT("/api/devices/{id}", {
          params: { path: { id: device.id } },
          body: { label: label.trim() },
        }),
      );
      setProblem(problem ?? null);
      if (data) onRenamed(data);
      else document.getElementById(id)?.focus();
    });

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !sending && !event.isComposing) onCancel();
      }}
    >
      <TextField
        id={id}
        label={`端末の名前(管理番号 ${device.asset_number})`}
        hint="例: 2階の受付、訪問用1号"
        required={false}
        value={label}
        onValue={setLabel}
        error={problem ? (problem.errors[0]?.message ?? problem.title) : undefined}
      />
      <div class="row">
        <Button kind="primary" small type="submit" sending={sending}>
          名前を保存する
        </Button>
        <Button small disabled={sending} onClick={onCancel}>
          やめる
        </Button>
      </div>
    </form>
  );
}
