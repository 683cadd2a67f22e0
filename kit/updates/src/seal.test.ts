import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { SEAL_KEY_BYTES, createSeal } from "./seal.ts";

const seal = createSeal(randomBytes(SEAL_KEY_BYTES));
const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });

describe("a seal", () => {
  it("opens what it has sealed, and equal bytes give equal text", () => {
    fc.assert(
      fc.property(bytes, (message) => {
        const text = seal.seal(message);
        expect(text).toMatch(/^[\w-]+$/);
        expect(seal.seal(message)).toBe(text);
        expect(seal.open(text)).toEqual(Buffer.from(message));
      }),
    );
  });

  it("opens nothing that was changed in any bit, cut short or sealed with another key", () => {
    const other = createSeal(randomBytes(SEAL_KEY_BYTES));
    fc.assert(
      fc.property(bytes, fc.nat(), (message, at) => {
        const text = seal.seal(message);
        const changed = Buffer.from(text, "base64url");
        const bit = at % (changed.length * 8);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(seal.open(changed.toString("base64url"))).toBeUndefined();
        expect(seal.open(text.slice(0, -2))).toBeUndefined();
        expect(other.open(text)).toBeUndefined();
      }),
    );
  });

  it("shows nothing of the order of what it seals", () => {
    const texts = Array.from({ length: 200 }, (_, number) => {
      const message = Buffer.alloc(30);
      message.writeUIntBE(number, 0, 6);
      return seal.seal(message).slice(2);
    });
    let rising = 0;
    for (const [at, text] of texts.entries()) if (at > 0 && text > (texts[at - 1] ?? "")) rising++;
    // Of 199 pairs of texts without an order about half rise; fewer than 40 or more than 160 never do.
    expect(rising).toBeGreaterThan(40);
    expect(rising).toBeLessThan(160);
  });

  it("needs a key of its length", () => {
    expect(() => createSeal(randomBytes(32))).toThrow("64 bytes, this one 32");
  });
});
