import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { RowsDigest } from "./rows-digest.ts";

const row = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", "\\n"));
const rows = fc.array(row, { maxLength: 20 });

function digestOf(text: string, cuts: readonly number[] = []): RowsDigest {
  const digest = new RowsDigest();
  const bytes = Buffer.from(text);
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  let from = 0;
  for (const end of [...at, bytes.length]) {
    digest.update(bytes.subarray(from, end));
    from = end;
  }
  return digest;
}
const textOf = (of: readonly string[]): string => of.map((one) => `${one}\n`).join("");

describe("the digest of rows", () => {
  it("is the same in whatever pieces and order they come", () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat()), fc.infiniteStream(fc.nat()), (some, cuts, order) => {
        const one = digestOf(textOf(some));
        const shuffled = some
          .map((text) => ({ text, at: order.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ text }) => text);
        const other = digestOf(textOf(shuffled), cuts);
        expect([other.rows, other.value]).toEqual([one.rows, one.value]);
        expect(one.rows).toBe(some.length);
      }),
    );
  });

  it("is another one when a row is changed, missing or there twice", () => {
    fc.assert(
      fc.property(rows, row, row, (some, before, after) => {
        fc.pre(before !== after);
        const value = digestOf(textOf([...some, before])).value;
        expect(digestOf(textOf([...some, after])).value).not.toBe(value);
        expect(digestOf(textOf(some)).value).not.toBe(value);
        expect(digestOf(textOf([...some, before, before])).value).not.toBe(value);
      }),
    );
  });

  it("is none of a row that has no end", () => {
    expect(() => digestOf("one\ntwo").value).toThrow("no end");
  });
});
