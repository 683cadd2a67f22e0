/** Makes a choice: a whole number from 0, below the bound. */
export type Choose = (bound: number) => number;

/** One of some things. */
export function oneOf<T>(choose: Choose, things: readonly T[]): T {
  return things[choose(things.length)] as T;
}

/** Choices that are the same for the same text (FNV-1a, then mulberry32). */
export function choicesFor(text: string): Choose {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
