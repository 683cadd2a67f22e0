/**
 * The decisions that an operation is made by, drawn by fast-check as bytes. Past the end every
 * decision is 0, which always means the plainest choice: a shorter tape with smaller bytes makes a
 * smaller operation, so that fast-check's shrinking of bytes is shrinking of operations.
 */
export class Tape {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** A number from 0 to under `bound`, at most 256. */
  below(bound: number): number {
    return Math.floor((this.#next() * bound) / 256);
  }

  /** True for that many bytes of 256, never for a byte of 0. */
  chance(of256: number): boolean {
    return this.#next() >= 256 - of256;
  }

  one<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** So many results, each made by `make`. */
  some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  #next(): number {
    return this.#bytes[this.#at++] ?? 0;
  }
}
