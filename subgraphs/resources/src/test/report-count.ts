import type { KindCount, ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { type Kysely, sql } from "kysely";
import { ResourceKind } from "../vocabulary/resource-kind.ts";

/** The figures, each counted from all records: what the kept sums must always be equal to. */
export async function countReport<DB>(
  rows: Kysely<DB>,
  { regionCode, from, to }: ReportKey,
): Promise<
  Record<"venues" | "resources" | "needs" | "agreements", number> & {
    readonly resourcesByKind: readonly KindCount<ResourceKind>[];
  }
> {
  const first = sql`(${from}::date::timestamp at time zone 'Asia/Shanghai')`;
  const last = sql`((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const here = sql`${regionCode} = any (region_path) and audience <> 'PARTIES'`;
  const listed = sql`resource where ${here} and published_at < ${last}
    and (withdrawn_at is null or withdrawn_at >= ${last})`;
  const counted = await sql<Omit<Awaited<ReturnType<typeof countReport>>, "resourcesByKind">>`
    select
      (select count(*) from ${listed} and kind = 'VENUE') as venues,
      (select count(*) from ${listed}) as resources,
      (select count(*) from need where ${here} and published_at >= ${first} and published_at < ${last}) as needs,
      (select count(*) from agreement where ${here} and activated_at >= ${first} and activated_at < ${last}) as agreements`.execute(
    rows,
  );
  const [figures] = counted.rows;
  if (!figures) throw new Error("An aggregate gave no row");
  const found = await sql<KindCount<ResourceKind>>`
    select wanted as kind, (select count(*) from ${listed} and kind = wanted) as count
    from unnest(${Object.values(ResourceKind)}::text[]) with ordinality as kinds (wanted, at) order by at`.execute(
    rows,
  );
  return { ...figures, resourcesByKind: found.rows };
}
