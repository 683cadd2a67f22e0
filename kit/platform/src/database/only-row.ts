/** The row of a query of aggregates, which always gives one. */
export function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error("A query of aggregates gave no row.");
  return row;
}
