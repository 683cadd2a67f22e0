import DataLoader from "dataloader";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id. Any other text matches no record and need not be looked up. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * A loader of records by id: one statement for all ids that are requested in the same tick. The result is null
 * if an id is malformed or unknown, or if this viewer may not see the record (by the statement's condition).
 */
export function byId<T extends { id: string }>(
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const asked = ids.filter(isId);
    const found = asked.length > 0 ? await read(asked) : [];
    const rows = new Map(found.map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** Resolves a record of another subgraph to which this one adds fields. This subgraph knows only its key. */
export function keyAlone(key: { readonly id: string }): { readonly id: string } | null {
  return isId(key.id) ? key : null;
}
