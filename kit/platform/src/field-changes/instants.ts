/** Marks an instant, because JSON would turn it into a text. */
const INSTANT = "$instant";

/** A value as JSON can keep it: an instant with a mark. */
export function markInstant(value: unknown): unknown {
  return value instanceof Date ? { [INSTANT]: value.toISOString() } : value;
}

/** What {@link markInstant} marked, as `Date` again. */
export function readInstant(value: unknown): unknown {
  const isInstant = typeof value === "object" && value !== null && INSTANT in value;
  return isInstant ? new Date(String(value[INSTANT])) : value;
}
