import { insertMissing } from "@alliance-hub/demonstration/load";
import { type Kysely, sql } from "kysely";
import type { ResourcesTables } from "../database.ts";
import type { BlockingRow } from "./present-blockings.ts";
import type { VenueSetting } from "./present-places.ts";

/**
 * Enters where venues are, when they are open and how they can be booked. Where something is said of a venue already,
 * it all stays: its provider has said it, or taken it back.
 */
export async function insertPlaces(
  rows: Kysely<ResourcesTables>,
  settings: readonly VenueSetting[],
): Promise<void> {
  const known = await rows.selectFrom("venue").select("resourceId").execute();
  const ids = new Set(known.map(({ resourceId }) => resourceId));
  const missing = settings.filter(({ venue }) => !ids.has(venue.resourceId));
  const of = missing.map(({ venue }) => venue);
  await insertMissing(rows, "venue", of);
  await insertMissing(
    rows,
    "openingHours",
    missing.flatMap(({ hours }) => hours),
  );
  await insertMissing(
    rows,
    "bookingRules",
    missing.flatMap(({ rules }) => rules ?? []),
  );
  await sql`
    update resource set buffer_minutes = setting.buffer, has_rules = true
    from unnest(
      ${of.map(({ resourceId }) => resourceId)}::uuid[],
      ${missing.map(({ bufferMinutes }) => bufferMinutes)}::integer[],
      ${missing.map(({ hours, rules }) => hours.length > 0 || rules !== undefined)}::boolean[]
    ) as setting (id, buffer, is_ruled)
    where resource.id = setting.id and setting.is_ruled`.execute(rows);
}

/** Enters blockings of resources that are still shared. */
export async function insertBlockings(
  rows: Kysely<ResourcesTables>,
  blockings: readonly BlockingRow[],
): Promise<void> {
  const resourceIds = [...new Set(blockings.map(({ resourceId }) => resourceId))];
  const { rows: shared } = await sql<{ id: string }>`
    update resource set has_rules = true
    where id = any (${resourceIds}::uuid[]) and state = 'PUBLISHED' returning id`.execute(rows);
  const ids = new Set(shared.map(({ id }) => id));
  await insertMissing(
    rows,
    "blocking",
    blockings.filter(({ resourceId }) => ids.has(resourceId)),
  );
}
