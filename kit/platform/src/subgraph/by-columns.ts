import type { Columns } from "../database/columns.ts";

/** Makes one thing for each set of columns that a call requests, such as a loader of such rows. */
export function byColumns<Name extends string, T>(
  make: (columns: Columns<Name>) => T,
): (columns: Columns<Name>) => T {
  const made = new Map<string, T>();
  return (columns) => {
    let one = made.get(columns.key);
    if (one === undefined) made.set(columns.key, (one = make(columns)));
    return one;
  };
}
