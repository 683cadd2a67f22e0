import DataLoader from "dataloader";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id; anything else names no record and need not be looked up. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * A loader of records by id: one statement for all ids asked for in the same tick. Ids that are
 * none, unknown, or not for this viewer (the statement's condition says so) give null.
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

/** Resolves a record of another subgraph to which this one adds fields: its key is all there is to know of it. */
export function keyAlone(key: { readonly id: string }): { readonly id: string } | null {
  return isId(key.id) ? key : null;
}
