import type { OrganizationDevice } from "../../api/types";
import { DEVICE_KINDS, word } from "../../city/words";

/** What the manager calls the device, or else its kind and number. */
export function deviceName(device: Pick<OrganizationDevice, "label" | "kind" | "asset_number">): string {
  return device.label || `${word(DEVICE_KINDS, device.kind)} ${device.asset_number}`;
}

/** Full-width or half-width, with or without spaces: the same name. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}

/** The devices whose user, number or name contains what was typed. */
export function devicesOf(devices: OrganizationDevice[], typed: string): OrganizationDevice[] {
  const wanted = plain(typed);
  if (wanted === "") return devices;
  return devices.filter((device) =>
    [device.user_name, device.asset_number, device.label ?? ""].some((text) => plain(text).includes(wanted)),
  );
}
