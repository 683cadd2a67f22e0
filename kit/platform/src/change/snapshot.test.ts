import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readSnapshot, takeSnapshot } from "./snapshot.ts";

const field = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.array(fc.string()),
);

describe("a record's snapshot", () => {
  it("gives the same fields back, instants as instants", () => {
    const names = fc.stringMatching(/^[a-r][a-zA-Z]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(names, field, { noNullPrototype: true }), (record) => {
        expect(readSnapshot(takeSnapshot(record))).toEqual(record);
      }),
    );
  });

  it("leaves out what only search uses, and secrets", () => {
    const record = {
      id: "1",
      searchKey: "k",
      searchGrams: ["k"],
      sealedSecret: "s",
      secretHash: "h",
    };
    expect(readSnapshot(takeSnapshot(record))).toEqual({ id: "1" });
  });
});
