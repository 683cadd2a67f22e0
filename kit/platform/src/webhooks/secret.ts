import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** What every secret of an endpoint begins with (Standard Webhooks). */
const PREFIX = "whsec_";
const SECRET_BYTES = 32;
/** Of AES-256-GCM (NIST SP 800-38D). */
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Stores secrets that must be had back for signing. */
export interface SecretBox {
  /** Which key this is, without a hint at it: what another key has sealed cannot be opened. */
  readonly keyId: string;
  /** @param owner what the secret belongs to; it can be opened for that alone. */
  seal(secret: string, owner: string): string;
  /** @returns undefined for what another key has sealed. @throws Error for what was tampered with. */
  open(sealed: string, owner: string): string | undefined;
}

/** A new secret for an endpoint: 256 random bits, as receivers' libraries take them. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** Seals with AES-256-GCM. @throws Error for a key that has not 32 bytes. */
export function createSecretBox(key: Uint8Array): SecretBox {
  if (key.length !== KEY_BYTES)
    throw new Error(`The key for secrets has ${key.length} bytes; it must have ${KEY_BYTES}.`);
  const keyId = createHash("sha256").update("key id").update(key).digest("hex").slice(0, 12);
  return {
    keyId,
    seal: (secret, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]);
      return `${keyId}.${sealed.toString("base64url")}`;
    },
    open: (sealed, owner) => {
      const [id = "", body = ""] = sealed.split(".");
      if (id !== keyId) return undefined;
      const bytes = Buffer.from(body, "base64url");
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    },
  };
}

/** Reads a key as settings have it. @returns undefined for what is not 32 bytes in base64. */
export function readSecretsKey(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  const key = Buffer.from(text, "base64");
  return key.length === KEY_BYTES ? key : undefined;
}
