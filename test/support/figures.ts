/** SQL statements that a hub has sent so far. */
export const STATEMENTS = "hub_sql_statements_total";

/** A metric of `GET /metrics`. @param name with its labels. @returns 0 if it does not exist yet. */
export async function figure(url: string, name: string): Promise<number> {
  const [value] = await figures(url, [name]);
  return value ?? 0;
}

/** Several metrics of one moment. */
export async function figures(url: string, names: readonly string[]): Promise<number[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const values = new Map(text.split("\n").map((line) => line.split(" ") as [string, string]));
  return names.map((name) => Number(values.get(name) ?? 0));
}
