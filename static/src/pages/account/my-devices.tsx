import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { Device } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { DEVICE_KINDS, DEVICE_STATUSES, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { DeviceName } from "../../interface/device-name";
import { Badge } from "../../interface/status-badge";
import { useSession } from "../../session/session";

/** R6: my devices; whoever loses one stops it at once, without waiting for the manager. */
export function MyDevices() {
  const { data, problem, reload } = useLoaded("devices", () => ask(() => api.GET("/api/me/devices")));
  const [lost, setLost] = useState<Device | null>(null);
  const [message, setMessage] = useState("");
  return (
    <section class="card" aria-labelledby="devices">
      <h2 id="devices">登録した端末</h2>
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="端末" />}
      {data?.items.length === 0 && <EmptyState title="登録した端末はありません" />}
      {data && data.items.length > 0 && (
        <ul class="devices">
          {data.items.map((device) => (
            <DeviceLine key={device.id} device={device} onLost={() => setLost(device)} />
          ))}
        </ul>
      )}
      <p class="hint">
        端末を増やすときや取り替えるときは、団体のシステム管理担当者に頼んでください。端末ごとに新しい認証コードが必要です。
      </p>
      <LostDialog
        device={lost}
        onClose={() => setLost(null)}
        onRevoked={(device) => {
          setLost(null);
          setMessage(`${nameOf(device)}を使えなくしました。`);
          void reload();
        }}
      />
    </section>
  );
}

function nameOf(device: Device): string {
  return `${device.label || word(DEVICE_KINDS, device.kind)}(${device.asset_number})`;
}

function DeviceLine({ device, onLost }: { device: Device; onLost: () => void }) {
  const stoppable = device.status === "active" || device.status === "awaiting";
  return (
    <li>
      <p>
        <DeviceName device={device} />
      </p>
      <p class="row">
        {device.this_device && <Badge>この端末</Badge>}
        <Badge kind={device.status === "active" ? "done" : "quiet"}>
          {word(DEVICE_STATUSES, device.status)}
        </Badge>
        {device.registered_at && <span class="hint">登録 {wareki(device.registered_at)}</span>}
        {device.valid_until && <span class="hint">{wareki(device.valid_until)}まで使えます</span>}
      </p>
      {stoppable && (
        <div class="actions">
          <Button kind="danger" small onClick={onLost}>
            なくした<span class="visually-hidden">({nameOf(device)})</span>
          </Button>
        </div>
      )}
    </li>
  );
}

interface LostDialogProps {
  device: Device | null;
  onClose: () => void;
  onRevoked: (device: Device) => void;
}

function LostDialog({ device, onClose, onRevoked }: LostDialogProps) {
  const { signInAgain } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();

  const revoke = (device: Device) =>
    send(async () => {
      const body = { reason: "lost" as const };
      const { problem } = await ask(() =>
        api.POST("/api/devices/{id}/revocation", {
          params: { path: { id: device.id } },
          body,
          headers: intent.headersFor({ id: device.id, ...body }),
        }),
      );
      intent.answered(problem);
      setProblem(problem ?? null);
      if (problem) return;
      if (device.this_device) signInAgain("device_revoked");
      else onRevoked(device);
    });

  return (
    <ConfirmDialog
      open={device !== null}
      heading="この端末を使えなくしますか"
      confirm="使えなくする"
      danger
      sending={sending}
      onConfirm={() => device && void revoke(device)}
      onCancel={() => {
        setProblem(null);
        onClose();
      }}
    >
      <Refusal problem={problem} />
      {device && (
        <p>
          <DeviceName device={device} />
        </p>
      )}
      <p>
        その端末での利用はすぐに終わり、もうログインできません。見つかってもう一度使うには、新しい認証コードが必要です。
      </p>
      {device?.this_device && (
        <p>
          <strong>今お使いのこの端末です。</strong>続けると、この画面からもログアウトします。
        </p>
      )}
    </ConfirmDialog>
  );
}
