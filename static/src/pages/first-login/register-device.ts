import { type Asked, api, ask } from "../../api/client";
import { NO_ANSWER, outcomeUnknown, type Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import {
  askForPersistentStorage,
  type DeviceKeyRecord,
  findDeviceKey,
  saveDeviceKey,
} from "../../device-key/key-store";
import { makeDeviceKey, publicKeyOf } from "../../device-key/proof";

interface Registration {
  loginId: string;
  code: string;
  password: string;
  name: string;
}

const NO_STORAGE: Problem = {
  ...NO_ANSWER,
  status: 400,
  code: "no_storage",
  title: "このブラウザには端末の登録を保存できません。",
  detail:
    "プライベートブラウズ(シークレットモード)を使っているときは、普通の画面で開き直してください。認証コードはまだ使われていません。",
};

const NOT_STORED: Problem = {
  ...NO_ANSWER,
  status: 400,
  code: "certificate_not_stored",
  title: "登録は済みましたが、この端末に証明書を保存できませんでした。",
  detail: "端末の空き容量を確かめてから、システム管理担当者に新しい認証コードを頼んでください。",
};

/** Binds this device to the account (R5): key first into storage, then the call, then the certificate beside the key. */
export async function registerDevice(registration: Registration): Promise<Asked<Me>> {
  let record: DeviceKeyRecord;
  try {
    record = await withPendingKey(registration);
    await askForPersistentStorage();
  } catch {
    return { problem: NO_STORAGE };
  }
  const { pending } = record;
  if (pending === null) return { problem: NO_STORAGE };

  const public_key = await publicKeyOf({ publicKey: pending.public_key });
  const { data, problem } = await ask(() =>
    api.POST("/api/session/first-login", {
      body: {
        login_id: record.login_id,
        code: registration.code,
        password: registration.password,
        public_key,
      },
      headers: { "Idempotency-Key": pending.idempotency_key },
    }),
  );
  if (problem) {
    if (!outcomeUnknown(problem)) await forgetPendingKey(record);
    return { problem };
  }
  try {
    const active = { private_key: pending.private_key, certificate: data.certificate };
    await saveDeviceKey({ ...record, active, pending: null });
  } catch {
    return { problem: NOT_STORED };
  }
  return { data: data.me };
}

/** The key of a registration whose answer was lost is used again: the server may already have certified it. */
async function withPendingKey({ loginId, name }: Registration): Promise<DeviceKeyRecord> {
  const found = await findDeviceKey(loginId);
  if (found?.pending) return found;
  const pair = await makeDeviceKey();
  const record: DeviceKeyRecord = {
    login_id: loginId,
    name,
    active: found?.active ?? null,
    pending: {
      private_key: pair.privateKey,
      public_key: pair.publicKey,
      idempotency_key: crypto.randomUUID(),
    },
  };
  await saveDeviceKey(record);
  return record;
}

/** A definite refusal: nothing was registered, and the next try is a new intent. */
async function forgetPendingKey(record: DeviceKeyRecord): Promise<void> {
  try {
    await saveDeviceKey({ ...record, pending: null });
  } catch {
    // The next try meets the same storage and reports it.
  }
}
