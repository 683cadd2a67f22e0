import { type Kysely, sql } from "kysely";

/** Place and days of a report; both days are counted, as days of Asia/Shanghai. */
export interface ReportKey {
  readonly regionCode: string;
  readonly from: string;
  readonly to: string;
}

/** What of a figure a report tells: what came within its days, or what stands at the end of the last one. */
export type FigureKind = "within" | "standing";

/**
 * Figures of a place that are kept as sums by day (`figure_count`, and in `figure_change` what has not been folded into
 * it). One statement, so that a change counts as a whole or not at all. A place that nobody knows has nothing.
 *
 * @param figures by the name under which the migration keeps them.
 */
export async function readFigures<DB, Name extends string>(
  rows: Kysely<DB>,
  { regionCode, from, to }: ReportKey,
  figures: Readonly<Record<Name, FigureKind>>,
): Promise<Record<Name, number>> {
  const found = await sql<{ figure: Name; within: number; standing: number }>`
    select figure, coalesce(sum(amount) filter (where day >= ${from}::date), 0)::bigint as within, sum(amount)::bigint as standing
    from (
      select figure, day, amount from figure_count where place = ${regionCode} and day <= ${to}::date
      union all
      select figure, day, amount from figure_change where ${regionCode} = any (region_path) and day <= ${to}::date
    ) as counted
    group by figure`.execute(rows);
  const sums = new Map(found.rows.map((row) => [row.figure, row]));
  const entries = Object.entries<FigureKind>(figures).map(([name, kind]) => [
    name,
    sums.get(name as Name)?.[kind] ?? 0,
  ]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
