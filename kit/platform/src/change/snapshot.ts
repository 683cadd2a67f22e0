/** Marks an instant in a snapshot, because JSON would turn it into a text. */
const INSTANT = "$instant";

/**
 * A record's own fields as JSON, as they were when a mutation answered with them. Fields that only search uses
 * are left out. So are secrets (`sealed…`, `secret…`), which no answer repeats.
 */
export function takeSnapshot(record: object): string {
  const fields = Object.entries(record).filter(([name]) => !/^(search|sealed|secret)/.test(name));
  return JSON.stringify(
    Object.fromEntries(
      fields.map(([name, value]) => [
        name,
        value instanceof Date ? { [INSTANT]: value.toISOString() } : value,
      ]),
    ),
  );
}

/** The fields of {@link takeSnapshot}, instants as `Date` again. */
export function readSnapshot(snapshot: string): Record<string, unknown> {
  return JSON.parse(snapshot, (_name, value: unknown) => {
    const isInstant = typeof value === "object" && value !== null && INSTANT in value;
    return isInstant ? new Date(String(value[INSTANT])) : value;
  }) as Record<string, unknown>;
}
