import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { SYNTHETIC_STEP, syntheticUnits } from "@alliance-hub/demonstration/synthetic";
import {
  syntheticId,
  syntheticNumbers,
  syntheticUnitsTable,
} from "@alliance-hub/demonstration/synthetic-sql";
import { type Kysely, sql } from "kysely";
import type { ActivitiesTables } from "../database.ts";

const TITLE = "测量用活动";
/** Total attendance of each. */
const ATTENDANCE = 20;

/** Adds one step of synthetic activities. A unit hosts each, and each was held within the period. */
export async function loadSynthetic(rows: Kysely<ActivitiesTables>, step: number): Promise<string> {
  const units = syntheticUnits(step);
  const { searchKey, searchGrams } = searchColumns(TITLE);
  const count = SYNTHETIC_STEP.activities;
  const at = sql`timestamptz '2022-01-01 09:00+08' + number.mixed / 4096 % 720 * interval '1 day'`;
  await sql`
    with activity as (
      insert into activity (id, created_at, updated_at, committee_id, host_id, title, kind, state, starts_at, ends_at, audience,
        attendance, held_at, participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
      select ${syntheticId("activity", sql`number.i`)}, ${at}, ${at}, unit.committee_id, unit.id, ${TITLE}, 'SERVICE', 'HELD',
        ${at}, ${at} + interval '2 hours', 'PUBLIC', ${ATTENDANCE}, ${at} + interval '2 hours', array[unit.id],
        unit.region_code, unit.region_path, unit.alliance_code, ${searchKey}, ${searchGrams}
      from ${syntheticNumbers((step - 1) * count, count)}
      join ${syntheticUnitsTable(units)} on unit.n = number.i % ${units.length}::int
      returning id, host_id, starts_at, created_at
    )
    insert into participant (activity_id, organization_id, starts_at, joined_at, attendance)
    select id, host_id, starts_at, created_at, ${ATTENDANCE} from activity`.execute(rows);
  return `activities: ${count} synthetic activities`;
}
