import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** The prefix of every secret of an endpoint (Standard Webhooks). */
const PREFIX = "whsec_";
const SECRET_BYTES = 32;
/** Of AES-256-GCM (NIST SP 800-38D). */
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts secrets that are needed again for signing. */
export interface SecretBox {
  /** Identifies the key without revealing it. What another key has sealed cannot be opened. */
  readonly keyId: string;
  /** @param owner what the secret belongs to; it can be opened only for this owner. */
  seal(secret: string, owner: string): string;
  /** @returns undefined if another key has sealed it. @throws Error if it was tampered with. */
  open(sealed: string, owner: string): string | undefined;
}

/** A new secret for an endpoint: 256 random bits, in the form that receivers' libraries accept. */
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

/** Reads a key from the settings. @returns undefined if it is not 32 bytes in base64. */
export function readSecretsKey(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  const key = Buffer.from(text, "base64");
  return key.length === KEY_BYTES ? key : undefined;
}
