/** Choices that look like chance and are the same on every machine. */
export interface Chance {
  /** One of the items. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  /** Whether something happens that happens once in so many times. */
  readonly onceIn: (times: number) => boolean;
}

/** Chance that follows from what it is for, such as a place and a day. Not for secrets. */
export function chanceOf(...of: readonly (string | number)[]): Chance {
  let state = seedOf(of.join("\n"));
  /** Mulberry32 (Tommy Ettinger, public domain): a number from 0, below 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    between,
    onceIn: (times) => between(1, times) === 1,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError("There is nothing to choose from");
      return item;
    },
  };
}

/** FNV-1a, 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
