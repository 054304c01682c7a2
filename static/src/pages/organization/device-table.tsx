import { useRef, useState } from "preact/hooks";
import type { OrganizationDevice } from "../../api/types";
import { DEVICE_STATUSES, word } from "../../city/words";
import { monthAndDay, wareki } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { DeviceName } from "../../interface/device-name";
import { Badge } from "../../interface/status-badge";
import { deviceName } from "./devices-of";
import { RenameForm } from "./rename-form";

interface DeviceTableProps {
  items: OrganizationDevice[];
  onRenamed: (device: OrganizationDevice) => void;
  onRevoke: (device: OrganizationDevice) => void;
}

export function DeviceTable({ items, ...actions }: DeviceTableProps) {
  return (
    <table class="list notices">
      <caption class="visually-hidden">団体の端末の一覧</caption>
      <thead>
        <tr>
          <th scope="col">端末</th>
          <th scope="col">使う人</th>
          <th scope="col">状態</th>
          <th scope="col">登録</th>
          <th scope="col" class="no-print">
            操作
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((device) => (
          <DeviceRow key={device.id} device={device} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

interface DeviceRowProps extends Omit<DeviceTableProps, "items"> {
  device: OrganizationDevice;
}

function DeviceRow({ device, onRenamed, onRevoke }: DeviceRowProps) {
  const [renaming, setRenaming] = useState(false);
  const renameCell = useRef<HTMLTableCellElement>(null);
  const usable = device.status === "active" || device.status === "awaiting";
  const endRenaming = () => {
    setRenaming(false);
    // The field that had the focus goes; the button that opened it is there again after the next paint.
    setTimeout(() => renameCell.current?.querySelector("button")?.focus());
  };
  const which = <span class="visually-hidden">({deviceName(device)})</span>;

  return (
    <tr>
      <th scope="row">
        {renaming ? (
          <RenameForm
            device={device}
            onCancel={endRenaming}
            onRenamed={(renamed) => {
              endRenaming();
              onRenamed(renamed);
            }}
          />
        ) : (
          <DeviceName device={device} />
        )}
      </th>
      <td data-label="使う人">{device.user_name}</td>
      <td data-label="状態">
        <Badge kind={device.status === "active" ? "done" : "quiet"}>
          {word(DEVICE_STATUSES, device.status)}
        </Badge>{" "}
        {device.this_device && <Badge>この端末</Badge>}
        {device.valid_until && <span class="kana">{wareki(device.valid_until)}まで</span>}
      </td>
      <td data-label="登録">{device.registered_at ? monthAndDay(device.registered_at) : "まだです"}</td>
      <td class="no-print" ref={renameCell}>
        {usable && !renaming && (
          <div class="row">
            <Button small onClick={() => setRenaming(true)}>
              名前を変える{which}
            </Button>
            <Button small kind="danger" onClick={() => onRevoke(device)}>
              使えなくする{which}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
