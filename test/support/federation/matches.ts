/** Whether a representation and a record agree in everything that both have. */
export function matches(representation: unknown, record: unknown): boolean {
  if (Array.isArray(representation) && Array.isArray(record)) {
    return (
      representation.length === record.length &&
      representation.every((item, index) => matches(item, record[index]))
    );
  }
  if (!isRecord(representation) || !isRecord(record)) return representation === record;
  return Object.entries(representation).every(
    ([name, value]) =>
      name === "__typename" || !Object.hasOwn(record, name) || matches(value, record[name]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
