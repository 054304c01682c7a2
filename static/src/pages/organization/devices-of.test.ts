import { expect, test } from "vitest";
import type { OrganizationDevice } from "../../api/types";
import { deviceName, devicesOf } from "./devices-of";

function device(
  id: number,
  user_name: string,
  asset_number: string,
  label: string | null,
): OrganizationDevice {
  return {
    id,
    user_id: id,
    user_name,
    asset_number,
    kind: "tablet",
    label,
    status: "active",
    registered_at: null,
    revoked_at: null,
    valid_until: null,
    this_device: false,
  };
}

const DEVICES = [
  device(1, "佐藤 美咲", "MNM-T-001", null),
  device(2, "鈴木 健一", "MNM-T-002", "2階の受付"),
  device(3, "佐藤 美咲", "MNM-P-003", null),
];
const found = (typed: string) => devicesOf(DEVICES, typed).map(({ id }) => id);

test("r6_the_devices_of_one_person_are_found_however_the_name_is_written", () => {
  expect(found("佐藤 美咲")).toEqual([1, 3]);
  expect(found("佐藤美咲")).toEqual([1, 3]);
  expect(found("田中")).toEqual([]);
  expect(found("")).toEqual([1, 2, 3]);
});

test("r6_a_device_is_found_by_its_number_or_its_name", () => {
  expect(found("MNM-t-00")).toEqual([1, 2]);
  expect(found("受付")).toEqual([2]);
});

test("a_device_without_a_name_is_called_by_kind_and_number", () => {
  expect(DEVICES.map(deviceName)).toEqual(["タブレット MNM-T-001", "2階の受付", "タブレット MNM-P-003"]);
});
