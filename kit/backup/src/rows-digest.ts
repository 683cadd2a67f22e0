import { hash } from "node:crypto";

const NEWLINE = 0x0a;
const LIMIT = 128;

/**
 * Counts and digests rows in PostgreSQL's text format for COPY, in which a line feed ends a row and stands
 * nowhere else. Equal rows in any order give an equal digest, since a table has no order: the sum of the rows'
 * own digests (SHA-256, the first 128 bits).
 */
export class RowsDigest {
  rows = 0;
  #sum = 0n;
  /** The beginning of a row whose end has not come yet. */
  #begun: Buffer[] = [];

  update(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.#add(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from < chunk.length) this.#begun.push(chunk.subarray(from));
  }

  /** The digest as hexadecimal text, once all rows have come completely. */
  get value(): string {
    if (this.#begun.length > 0) throw new Error("A row has no end.");
    return this.#sum.toString(16).padStart(LIMIT / 4, "0");
  }

  #add(end: Buffer): void {
    const row = this.#begun.length > 0 ? Buffer.concat([...this.#begun, end]) : end;
    this.#begun = [];
    this.rows++;
    const digest = hash("sha256", row, "buffer");
    const own = (digest.readBigUInt64BE(0) << 64n) | digest.readBigUInt64BE(8);
    this.#sum = BigInt.asUintN(LIMIT, this.#sum + own);
  }
}
