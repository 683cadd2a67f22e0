import DataLoader from "dataloader";

/**
 * A loader of all rows below each of some parents, in one statement: for short lists that come whole, such
 * as the parties of an agreement.
 *
 * @param parent column with the parent's id.
 * @param read the rows below some parents, in the order of the lists.
 */
export function allBelow<Parent extends string, Row extends Readonly<Record<Parent, string>>>(
  parent: Parent,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const below = Map.groupBy(await read(ids), (row): string => row[parent]);
    return ids.map((id) => below.get(id) ?? []);
  });
}
