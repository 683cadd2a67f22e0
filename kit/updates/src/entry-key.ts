/**
 * Identifies an entry of a log by its number and its own id. A number alone could mean another entry after the
 * log was restored from a copy.
 */
export interface EntryKey {
  readonly number: number;
  /** UUID. */
  readonly id: string;
}

/** The entry that comes later in the log. */
export function later<Key extends EntryKey>(one: Key, other: Key | undefined): Key {
  return other !== undefined && other.number > one.number ? other : one;
}
