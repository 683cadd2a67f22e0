interface Titled {
  readonly id: string;
  readonly title: string;
}

interface Found<Venue> {
  /** Venues of the own place; undefined where none is known. */
  readonly own: readonly Venue[] | undefined;
  readonly all: readonly Venue[] | undefined;
  /** Whether they were found by these words, not by those that stood there before: then only those that are called so fit. */
  readonly isAnswer: boolean;
}

/**
 * Venues that were found by some words, each once: those that are called so before those that only mention it, and of each
 * the own place's first.
 */
export function inOrder<Venue extends Titled>(
  words: string,
  { own = [], all = [], isAnswer }: Found<Venue>,
): readonly Venue[] {
  const isCalled = ({ title }: Venue): boolean =>
    words.split(/\s+/).every((word) => title.includes(word));
  const found = [...new Map([...own, ...all].map((venue) => [venue.id, venue])).values()];
  const called = found.filter(isCalled);
  return isAnswer ? [...called, ...found.filter((venue) => !isCalled(venue))] : called;
}
