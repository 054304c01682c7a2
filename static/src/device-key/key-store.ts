import { IndexedStore } from "../api/indexed-store";
import { normalizeLoginId } from "./login-code";

/** One person's key on this device. Several people may share one tablet, each with a record of their own. */
export interface DeviceKeyRecord {
  login_id: string;
  /** For the list of people on the sign-in page. */
  name: string;
  /** The key the server knows. */
  active: { private_key: CryptoKey; certificate: string } | null;
  /**
   * A registration under way. It is written before the call, so that an answer that gets lost orphans nothing: the
   * repeat sends the same key and the same idempotency key, and gets the certificate of the first try.
   */
  pending: { private_key: CryptoKey; public_key: CryptoKey; idempotency_key: string } | null;
}

const keys = new IndexedStore("tasuki-device", "keys", "login_id");

export async function findDeviceKey(loginId: string): Promise<DeviceKeyRecord | null> {
  const found = await keys.run<DeviceKeyRecord | undefined>("readonly", (store) =>
    store.get(normalizeLoginId(loginId)),
  );
  return found ?? null;
}

export async function saveDeviceKey(record: DeviceKeyRecord): Promise<void> {
  await keys.run("readwrite", (store) =>
    store.put({ ...record, login_id: normalizeLoginId(record.login_id) }),
  );
}

export interface PersonOnDevice {
  login_id: string;
  name: string;
}

/** The people who registered on this device, for the sign-in page. */
export async function peopleOnThisDevice(): Promise<PersonOnDevice[]> {
  const records = await keys.run<DeviceKeyRecord[]>("readonly", (store) => store.getAll());
  return records.filter((record) => record.active !== null).map(({ login_id, name }) => ({ login_id, name }));
}

/** Safari forgets sites after seven idle days unless storage is persistent; a refusal is not an error. */
export async function askForPersistentStorage(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // Some private modes throw here. The key still works until the browser forgets it.
  }
}
