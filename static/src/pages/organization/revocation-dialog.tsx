import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { OrganizationDevice, RevocationReason } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { DeviceName } from "../../interface/device-name";
import { useSession } from "../../session/session";

const REASONS: Record<RevocationReason, string> = {
  lost: "なくした、盗まれた",
  replaced: "ほかの端末に取り替えた",
  retired: "もう使わない",
};

interface RevocationDialogProps {
  device: OrganizationDevice;
  onRevoked: (device: OrganizationDevice) => void;
  onClose: () => void;
}

/** R6: the certificate ends, and with it every session of the device. */
export function RevocationDialog({ device, onRevoked, onClose }: RevocationDialogProps) {
  const { signInAgain } = useSession();
  const [reason, setReason] = useState<RevocationReason>("lost");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();

  const revoke = () =>
    send(async () => {
      const body = { reason };
      const { data, problem } = await ask(() =>
        api.POST("/api/devices/{id}/revocation", {
          params: { path: { id: device.id } },
          body,
          headers: intent.headersFor(body),
        }),
      );
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      if (device.this_device) signInAgain("device_revoked");
      else onRevoked(data);
    });

  return (
    <ConfirmDialog
      open
      heading={`${device.user_name}さんの端末を使えなくしますか`}
      confirm="使えなくする"
      danger
      sending={sending}
      onConfirm={() => void revoke()}
      onCancel={onClose}
    >
      <Refusal problem={problem} fieldId={(field) => (field === "reason" ? "reason-lost" : null)} />
      <p>
        <DeviceName device={device} />
      </p>
      <fieldset class="field">
        <legend>理由</legend>
        {(Object.keys(REASONS) as RevocationReason[]).map((each) => (
          <label class="check" key={each}>
            <input
              type="radio"
              name="reason"
              id={`reason-${each}`}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {REASONS[each]}
          </label>
        ))}
      </fieldset>
      <p>その端末での利用はすぐに終わります。もう一度使うには、新しい認証コードが必要です。</p>
      {device.this_device && (
        <p>
          <strong>今お使いのこの端末です。</strong>続けると、この画面からもログアウトします。
        </p>
      )}
    </ConfirmDialog>
  );
}
