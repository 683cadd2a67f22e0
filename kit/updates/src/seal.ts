import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";

/** Seals short byte strings, so that nobody without the key can read, make or change one. */
export interface Seal {
  /** Equal bytes give equal text. */
  seal(bytes: Uint8Array): string;
  /** @returns undefined if this key has not sealed it. */
  open(text: string): Buffer | undefined;
}

/** Bytes of a key: half of them authenticate, half encrypt. */
export const SEAL_KEY_BYTES = 64;
/** The first byte of what is sealed, which says how. */
const VERSION = 2;
const TAG_BYTES = 16;

/**
 * Deterministic authenticated encryption, in the construction of RFC 5297 (SIV) with the primitives that Node
 * has: the initialization vector is the message's own authentication tag (HMAC-SHA-256, 128 bits), the cipher
 * is AES-256 in counter mode. Nothing has to be unique: others can only see that equal messages are equal.
 *
 * @param key of {@link SEAL_KEY_BYTES}.
 */
export function createSeal(key: Uint8Array): Seal {
  if (key.length !== SEAL_KEY_BYTES)
    throw new Error(`A key to seal with has ${SEAL_KEY_BYTES} bytes, this one ${key.length}.`);
  const authenticating = key.subarray(0, 32);
  const encrypting = key.subarray(32);
  const tagOf = (bytes: Uint8Array): Buffer =>
    createHmac("sha256", authenticating).update(bytes).digest().subarray(0, TAG_BYTES);
  return {
    seal: (bytes) => {
      const tag = tagOf(bytes);
      const cipher = createCipheriv("aes-256-ctr", encrypting, tag);
      const parts = [Buffer.of(VERSION), tag, cipher.update(bytes), cipher.final()];
      return Buffer.concat(parts).toString("base64url");
    },
    open: (text) => {
      const sealed = Buffer.from(text, "base64url");
      if (sealed[0] !== VERSION || sealed.length <= TAG_BYTES) return undefined;
      const tag = sealed.subarray(1, 1 + TAG_BYTES);
      const cipher = createDecipheriv("aes-256-ctr", encrypting, tag);
      const bytes = Buffer.concat([cipher.update(sealed.subarray(1 + TAG_BYTES)), cipher.final()]);
      return timingSafeEqual(tagOf(bytes), tag) ? bytes : undefined;
    },
  };
}
