/**
 * Which entry of a log: its number, and its own id. A number alone may come to name another entry, when the
 * log is restored from a copy and goes on from there.
 */
export interface EntryKey {
  readonly number: number;
  /** UUID. */
  readonly id: string;
}

/** Whichever comes later in the log. */
export function later<Key extends EntryKey>(one: Key, other: Key | undefined): Key {
  return other !== undefined && other.number > one.number ? other : one;
}
