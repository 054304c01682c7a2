import type { PublicKey } from "../api/types";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;
const PROOF_LIFETIME_SECONDS = 120;

/** Makes the key of this device. It cannot be exported, so a copied storage file is worth nothing elsewhere. */
export function makeDeviceKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
}

export async function publicKeyOf(pair: { publicKey: CryptoKey }): Promise<PublicKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  if (kty === undefined || crv === undefined || x === undefined || y === undefined) {
    throw new Error("the browser exported an incomplete P-256 key");
  }
  return { kty, crv, x, y } as PublicKey;
}

/** Proves to the server that this device holds its key: a compact JWS over the server's challenge. */
export async function signProof(privateKey: CryptoKey, challenge: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const header = { alg: "ES256", typ: "JWT" };
  const payload = { nonce: challenge, iat: issuedAt, exp: issuedAt + PROOF_LIFETIME_SECONDS, aud: "tasuki" };
  const signed = `${base64url(json(header))}.${base64url(json(payload))}`;
  // WebCrypto signs as r||s, which is exactly what JWS wants (RFC 7518, 3.4).
  const signature = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    privateKey,
    new TextEncoder().encode(signed),
  );
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

function json(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
