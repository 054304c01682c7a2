import { expect, test } from "vitest";
import { makeDeviceKey, publicKeyOf, signProof } from "./proof";

const decode = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());

test("the proof is an ES256 token over the challenge that the public key verifies", async () => {
  const pair = await makeDeviceKey();
  const proof = await signProof(pair.privateKey, "nonce-1", new Date("2026-11-23T05:00:00.900Z"));
  const [header = "", payload = "", signature = ""] = proof.split(".");

  expect(decode(header)).toEqual({ alg: "ES256", typ: "JWT" });
  expect(decode(payload)).toEqual({ nonce: "nonce-1", iat: 1795410000, exp: 1795410120, aud: "tasuki" });
  const bytes = Buffer.from(signature, "base64url");
  expect(bytes).toHaveLength(64);
  const valid = await crypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    pair.publicKey,
    bytes,
    Buffer.from(`${header}.${payload}`),
  );
  expect(valid).toBe(true);
});

test("the private key cannot leave the device, the public key can", async () => {
  const pair = await makeDeviceKey();
  await expect(crypto.subtle.exportKey("jwk", pair.privateKey)).rejects.toThrow();
  const key = await publicKeyOf(pair);
  expect(key).toMatchObject({ kty: "EC", crv: "P-256" });
  expect(Object.keys(key)).toEqual(["kty", "crv", "x", "y"]);
});
