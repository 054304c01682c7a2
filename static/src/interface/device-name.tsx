import type { Device } from "../api/types";
import { DEVICE_KINDS, word } from "../city/words";

/** What people know a device by: the name its manager gave it, the kind, the organization's own number (R6). */
export function DeviceName({ device }: { device: Pick<Device, "label" | "kind" | "asset_number"> }) {
  return (
    <>
      <strong>{device.label || word(DEVICE_KINDS, device.kind)}</strong>{" "}
      <span class="quiet">
        {device.label && `${word(DEVICE_KINDS, device.kind)} `}管理番号{" "}
        <span class="code">{device.asset_number}</span>
      </span>
    </>
  );
}
