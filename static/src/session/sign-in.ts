import { type Asked, api, ask } from "../api/client";
import type { Me } from "../api/types";
import { findDeviceKey } from "../device-key/key-store";
import { normalizeLoginId } from "../device-key/login-code";
import { signProof } from "../device-key/proof";

/** Signs in with both factors (R33). Without a key on this device the server still says what is missing. */
export async function signIn(typedLoginId: string, password: string): Promise<Asked<Me>> {
  const answer = await signInOnce(typedLoginId, password);
  // A slow network may use up the challenge; one more try costs the user nothing.
  if (answer.problem?.code === "challenge_expired") return signInOnce(typedLoginId, password);
  return answer;
}

async function signInOnce(typedLoginId: string, password: string): Promise<Asked<Me>> {
  const login_id = normalizeLoginId(typedLoginId);
  const factor = await deviceFactor(login_id);
  if (factor.problem) return factor;
  const { data, problem } = await ask(() =>
    api.POST("/api/session", { body: { login_id, password, ...factor.data } }),
  );
  return problem ? { problem } : { data: data.me };
}

async function deviceFactor(loginId: string): Promise<Asked<{ certificate?: string; proof?: string }>> {
  // A browser that refuses storage has no key: the same to the user as a device that was never registered.
  const record = await findDeviceKey(loginId).catch(() => null);
  if (!record?.active) return { data: {} };
  const { data, problem } = await ask(() => api.POST("/api/session/challenge"));
  if (problem) return { problem };
  const proof = await signProof(record.active.private_key, data.challenge, new Date());
  return { data: { certificate: record.active.certificate, proof } };
}
