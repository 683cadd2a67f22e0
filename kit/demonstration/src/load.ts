import { type InsertObject, type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@alliance-hub/platform/database/connect";
import type { RegionPath } from "@alliance-hub/sharing/place";
import type { DemonstrationOptions } from "@alliance-hub/platform/subgraph/subgraph";
import { ENTERED_AT } from "./days.ts";
import { type PresentSpan, dayNumberOf, dayText, missingSpan } from "./present.ts";
import type { DemonstrationRegion } from "./regions.ts";

/** Most parameters of one statement, by PostgreSQL's protocol 65,535. */
const MAX_PARAMETERS = 60_000;
const MAX_ROWS = 1000;

/** A subgraph's share of the demonstration. Each of its steps answers what it has loaded, in words. */
export interface DemonstrationShare<DB> {
  /** The tables loaded. */
  readonly tables: readonly (keyof DB & string)[];
  /** The alliance of the published figures. */
  readonly published: (rows: Kysely<DB>) => Promise<string>;
  /** What is missing of the present, once the published alliance is there. Left out if the share has no present. */
  readonly present?: (rows: Kysely<DB>, span: PresentSpan) => Promise<string>;
  /** One step of synthetic data, counted from 1. */
  readonly synthetic: (rows: Kysely<DB>, step: number) => Promise<string>;
}

/**
 * Loads what is missing: the published alliance, and the number of steps of synthetic data that the scale says.
 */
export async function loadSteps<DB>(
  database: Database<DB>,
  options: DemonstrationOptions,
  share: DemonstrationShare<DB>,
): Promise<void> {
  const steps = [0, ...Array.from({ length: options.scale }, (_, at) => at + 1)];
  let changed = false;
  for (const step of steps) {
    const done = await loadOnce(database, step, (rows) =>
      step === 0 ? share.published(rows) : share.synthetic(rows, step),
    );
    if (done === undefined) continue;
    changed = true;
    options.report(done);
  }
  const { present } = share;
  if (present) {
    const entered = await continuePresent(database, options, present);
    if (entered !== undefined) options.report(entered);
  }
  if (changed) await settle(database, share.tables);
}

/**
 * Adds what is missing of the present in one transaction: the marker is the column `present_until` of the row of
 * the published alliance, whose lock makes a second hub wait and then find nothing missing.
 */
async function continuePresent<DB>(
  database: Database<DB>,
  { now = new Date() }: DemonstrationOptions,
  work: (rows: Kysely<DB>, span: PresentSpan) => Promise<string>,
): Promise<string | undefined> {
  const missing = async (rows: Kysely<DB>, lock: RawBuilder<unknown>) => {
    const { rows: found } = await sql<{ until: string | null }>`
      select present_until::text as until from demonstration where scale = 0 ${lock}`.execute(rows);
    const until = found[0]?.until;
    return missingSpan(until == null ? null : dayNumberOf(until), now);
  };
  if (!(await missing(database.rows, sql``))) return undefined;
  return await database.rows.transaction().execute(async (rows) => {
    await sql`set local statement_timeout = 0`.execute(rows);
    await sql`set local lock_timeout = 0`.execute(rows);
    const span = await missing(rows, sql`for update`);
    if (!span) return undefined;
    const done = await work(rows, span);
    await sql`update demonstration set present_until = ${dayText(span.until)}::date where scale = 0`.execute(
      rows,
    );
    return done;
  });
}

/**
 * Leaves the tables as time would: with statistics, and with pages known to be visible to all, so
 * that an index alone answers a count.
 */
async function settle<DB>(
  database: Database<DB>,
  tables: readonly (keyof DB & string)[],
): Promise<void> {
  await database.rows.connection().execute(async (rows) => {
    await sql`set statement_timeout = 0`.execute(rows);
    await sql`set lock_timeout = 0`.execute(rows);
    try {
      const named = sql.join(tables.map((table) => sql.table(table)));
      await sql`vacuum (analyze) ${named}`.execute(rows);
    } finally {
      await sql`reset statement_timeout`.execute(rows);
      await sql`reset lock_timeout`.execute(rows);
    }
  });
}

/**
 * Loads one step in one transaction, unless it is there: the marker is its row in the schema's table
 * `demonstration`. Of two hubs that start at once, the second waits for the first at that row and
 * then does nothing.
 */
async function loadOnce<DB>(
  database: Database<DB>,
  step: number,
  work: (rows: Kysely<DB>) => Promise<string>,
): Promise<string | undefined> {
  return await database.rows.transaction().execute(async (rows) => {
    // A bulk load may take longer than a request's statement.
    await sql`set local statement_timeout = 0`.execute(rows);
    await sql`set local lock_timeout = 0`.execute(rows);
    const marked = await sql`
      insert into demonstration (scale, loaded_at) values (${step}, now()) on conflict do nothing`.execute(
      rows,
    );
    return marked.numAffectedRows === 0n ? undefined : await work(rows);
  });
}

/** Inserts records, many with each statement. */
export async function insertRows<DB, Table extends keyof DB & string>(
  rows: Kysely<DB>,
  table: Table,
  records: readonly InsertObject<DB, Table>[],
): Promise<void> {
  for (const chunk of inChunks(records)) await rows.insertInto(table).values(chunk).execute();
}

/** As {@link insertRows}, but leaves out what is there already, or what a constraint excludes by now. */
export async function insertMissing<DB, Table extends keyof DB & string>(
  rows: Kysely<DB>,
  table: Table,
  records: readonly InsertObject<DB, Table>[],
): Promise<void> {
  for (const chunk of inChunks(records)) {
    await rows
      .insertInto(table)
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function inChunks<T extends object>(records: readonly T[]): T[][] {
  const columns = Object.keys(records[0] ?? {}).length;
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / Math.max(columns, 1)));
  return Array.from({ length: Math.ceil(records.length / size) }, (_, at) =>
    records.slice(at * size, (at + 1) * size),
  );
}

/** Version and times of a record that was entered when the period began and last changed at an instant. */
export function entered(changedAt: Date = ENTERED_AT): {
  version: number;
  createdAt: Date;
  updatedAt: Date;
} {
  return { version: 1, createdAt: ENTERED_AT, updatedAt: changedAt };
}

/** The place columns of a record of a region. */
export function placeColumns(region: DemonstrationRegion): {
  regionCode: string;
  regionPath: RegionPath;
  allianceCode: string;
} {
  return { regionCode: region.code, regionPath: region.path, allianceCode: region.allianceCode };
}
