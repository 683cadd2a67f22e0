import { markInstant, readInstant } from "../field-changes/instants.ts";

/**
 * A record's own fields as JSON, as they were when a mutation answered with them. Fields that only search uses
 * are left out. So are secrets (`sealed…`, `secret…`), which no answer repeats.
 */
export function takeSnapshot(record: object): string {
  const fields = Object.entries(record).filter(([name]) => !/^(search|sealed|secret)/.test(name));
  return JSON.stringify(
    Object.fromEntries(fields.map(([name, value]) => [name, markInstant(value)])),
  );
}

/** The fields of {@link takeSnapshot}, instants as `Date` again. */
export function readSnapshot(snapshot: string): Record<string, unknown> {
  return JSON.parse(snapshot, (_name, value: unknown) => readInstant(value)) as Record<
    string,
    unknown
  >;
}
