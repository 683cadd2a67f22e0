import { createHash, randomBytes } from "node:crypto";

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A new secret: 256 random bits, so a plain hash of it is enough. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a text has the form of a secret. Any other text belongs to no feed and need not be looked up. */
export function isSecret(text: string): boolean {
  return FORM.test(text);
}

/** What the database keeps of a secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Where the gateway serves the feed that a secret opens. */
export function pathOf(secret: string): string {
  return `/calendars/${secret}.ics`;
}
