import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { type Kysely, sql } from "kysely";

/** The figures, each counted from all records: what the kept sums must always be equal to. */
export async function countReport<DB>(
  rows: Kysely<DB>,
  { regionCode, from, to }: ReportKey,
): Promise<Record<"venues" | "resources" | "needs" | "agreements", number>> {
  const first = sql`(${from}::date::timestamp at time zone 'Asia/Shanghai')`;
  const last = sql`((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const here = sql`${regionCode} = any (region_path) and audience <> 'PARTIES'`;
  const listed = sql`resource where ${here} and published_at < ${last}
    and (withdrawn_at is null or withdrawn_at >= ${last})`;
  const counted = await sql<Awaited<ReturnType<typeof countReport>>>`
    select
      (select count(*) from ${listed} and kind = 'VENUE') as venues,
      (select count(*) from ${listed}) as resources,
      (select count(*) from need where ${here} and published_at >= ${first} and published_at < ${last}) as needs,
      (select count(*) from agreement where ${here} and activated_at >= ${first} and activated_at < ${last}) as agreements`.execute(
    rows,
  );
  const [figures] = counted.rows;
  if (!figures) throw new Error("An aggregate gave no row");
  return figures;
}
