/** A push service as a browser's maker runs one: it takes messages for a browser, here only after looking at them well. */

import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

interface Pushed {
  text: string;
  path: string;
}

const bytes = (base64url: string) => Buffer.from(base64url, "base64url");

/** RFC 8292: the token is signed with the key that stands beside it, for this service, and not yet over. */
function signer(authorization: string, origin: string): string {
  const match = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization);
  const [, token = "", key = ""] = match ?? [];
  const [header = "", claims = "", signature = ""] = token.split(".");
  const point = bytes(key);
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const signed = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    bytes(signature),
  );
  const { aud, exp } = JSON.parse(bytes(claims).toString()) as { aud: string; exp: number };
  if (!signed || aud !== origin || exp * 1000 < Date.now()) throw new Error(`no valid VAPID: ${authorization}`);
  return key;
}

/** One browser at the service: its keys, and what was pushed to it. */
export class PushService {
  readonly pushed: Pushed[] = [];
  private readonly keys = createECDH("prime256v1");
  private readonly auth = randomBytes(16);
  /** By which the city signs; the first one that came. */
  signedBy = "";

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {
    this.keys.generateKeys();
  }

  static async start(): Promise<PushService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const service = new PushService(server, `http://127.0.0.1:${port}`);
    server.on("request", async (request, response) => {
      try {
        await service.take(request);
        response.writeHead(201).end();
      } catch (error) {
        response.writeHead(400).end(String(error));
      }
    });
    return service;
  }

  stop() {
    this.server.close();
  }

  /** What the browser's push manager gives out. */
  get subscription() {
    const keys = { p256dh: this.keys.getPublicKey("base64url"), auth: this.auth.toString("base64url") };
    return { endpoint: `${this.origin}/push/browser`, keys };
  }

  private async take(request: IncomingMessage) {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    this.signedBy = signer(request.headers.authorization ?? "", this.origin);
    if (request.headers["content-encoding"] !== "aes128gcm") throw new Error("content encoding");
    this.pushed.push(JSON.parse(this.decrypted(Buffer.concat(parts))) as Pushed);
  }

  /** RFC 8291 §3.4 and RFC 8188 §2, of a message of one record. */
  private decrypted(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const length = body.readUInt8(20);
    const sender = body.subarray(21, 21 + length);
    const record = body.subarray(21 + length);
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.keys.getPublicKey(), sender]);
    const secret = hkdfSync("sha256", this.keys.computeSecret(sender), this.auth, info, 32);
    const derived = (name: string, size: number) =>
      Buffer.from(hkdfSync("sha256", Buffer.from(secret), salt, `Content-Encoding: ${name}\0`, size));
    const decipher = createDecipheriv("aes-128-gcm", derived("aes128gcm", 16), derived("nonce", 12));
    decipher.setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    // The last record ends with a 2, and zeros.
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }
}
