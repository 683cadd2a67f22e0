/** Reproducible random numbers: the same seed gives the same sequence. */
export interface Random {
  /** A whole number from the least to the most, both included. */
  between(least: number, most: number): number;
  /** True once in the given number of times. */
  oneIn(times: number): boolean;
  /** One of a list. @throws RangeError for an empty one. */
  oneOf<T>(list: readonly T[]): T;
  /** A separate sequence, for something that runs at the same time. */
  fork(): Random;
}

/** @param seed a whole number; printed by a test that fails. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: a full period of 2^32, which is enough for tests.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneIn: (times) => between(1, times) === 1,
    oneOf: (list) => {
      const index = between(0, list.length - 1);
      if (!(index in list)) throw new RangeError("There is nothing to choose from");
      return list[index] as (typeof list)[number];
    },
    fork: () => createRandom(between(0, 2 ** 32 - 1)),
  };
}
