import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodeCursor, encodeCursor } from "./cursor.ts";

describe("cursor", () => {
  it("gives back what it was made of, for any list and key", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(fc.string({ unit: "binary", maxLength: 20 }), { minLength: 1, maxLength: 3 }),
        (list, key) => {
          expect(decodeCursor(list, encodeCursor(list, key), key.length)).toEqual(key);
        },
      ),
    );
  });

  it("is refused by another list, by name", () => {
    const cursor = encodeCursor("needs", ["a"]);
    expect(() => decodeCursor("resources", cursor, 1)).toThrow(
      /cursor of the list "needs", not of "resources"/,
    );
  });

  it("is refused when it is no cursor at all, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        expect(() => decodeCursor("resources", text, 1)).toThrow(
          expect.objectContaining({ code: "BAD_USER_INPUT" }),
        );
      }),
    );
  });
});
