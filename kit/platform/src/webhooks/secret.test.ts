import { describe, expect, it } from "@jest/globals";
import { createSecretBox, newWebhookSecret, readSecretsKey } from "./secret.ts";

const box = createSecretBox(Buffer.alloc(32, 1));

describe("a stored secret", () => {
  it("is had back by whoever has the key, for what it belongs to", () => {
    const secret = newWebhookSecret();
    const sealed = box.seal(secret, "endpoint");
    expect(sealed).not.toContain(secret.slice(6, 20));
    expect(box.open(sealed, "endpoint")).toBe(secret);
    expect(box.seal(secret, "endpoint")).not.toBe(sealed);
    expect(() => box.open(sealed, "another")).toThrow();
  });

  it("is not had back by another key, or when it was tampered with", () => {
    const sealed = box.seal("whsec_x", "endpoint");
    const other = createSecretBox(Buffer.alloc(32, 2));
    expect(other.keyId).not.toBe(box.keyId);
    expect(other.open(sealed, "endpoint")).toBeUndefined();
    const [id = "", body = ""] = sealed.split(".");
    const bytes = Buffer.from(body, "base64url");
    for (const at of [0, 12, 28]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(`${id}.${changed.toString("base64url")}`, "endpoint")).toThrow();
    }
  });
});

describe("a key", () => {
  it("has 32 bytes in base64, in either alphabet", () => {
    const key = Buffer.alloc(32, 255);
    for (const text of [key.toString("base64"), key.toString("base64url")])
      expect(readSecretsKey(text)).toEqual(key);
    for (const wrong of ["", "x", key.toString("hex"), Buffer.alloc(33).toString("base64")])
      expect(readSecretsKey(wrong)).toBeUndefined();
    expect(() => createSecretBox(Buffer.alloc(16))).toThrow(/32/);
  });
});
