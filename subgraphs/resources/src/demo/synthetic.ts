import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { cycled, numbered } from "@alliance-hub/demonstration/spread";
import { SYNTHETIC_STEP, syntheticUnits } from "@alliance-hub/demonstration/synthetic";
import {
  syntheticId,
  syntheticNumbers,
  syntheticUnitsTable,
} from "@alliance-hub/demonstration/synthetic-sql";
import { type Kysely, sql } from "kysely";
import type { ResourcesTables } from "../database.ts";
import { OFFERS } from "./offers.ts";
import { VENUE_OFFERS } from "./venue-offers.ts";

/** Numbered variants of each offer, so that titles and their pieces differ as in a real list. */
const VARIANTS = 100;

/**
 * Adds one step of synthetic resources and needs, each kind in one statement. Of ten, eight are public, one is
 * shared with the alliance and one with the committee.
 */
export async function loadSynthetic(rows: Kysely<ResourcesTables>, step: number): Promise<string> {
  const units = syntheticUnits(step);
  const titleRecords = syntheticTitles();
  const titles = sql`jsonb_to_recordset(${JSON.stringify(titleRecords)}::jsonb)
    as title (n int, title text, kind text, capacity int, unit text, approval boolean, search_key text, search_grams text[])`;
  const place = sql`unit.region_code, unit.region_path, unit.alliance_code, title.search_key, title.search_grams`;
  const audience = sql`(array['PUBLIC', 'PUBLIC', 'PUBLIC', 'ALLIANCE', 'PUBLIC', 'PUBLIC', 'PUBLIC', 'COMMITTEE', 'PUBLIC', 'PUBLIC'])[number.mixed / 97 % 10 + 1]`;
  const at = sql`timestamptz '2022-01-01 00:00+08' + number.i % 1051200 * interval '1 minute'`;
  const series = (count: number) => sql`${syntheticNumbers((step - 1) * count, count)}
    join ${syntheticUnitsTable(units)} on unit.n = number.i % ${units.length}::int
    join titles title on title.n = number.mixed / 4096 % ${titleRecords.length}::int`;

  await sql`
    with titles as materialized (select * from ${titles})
    insert into resource (id, created_at, updated_at, title, kind, venue_kind, provider_id, committee_id, audience, capacity,
      unit, approval, state, published_at, region_code, region_path, alliance_code, search_key, search_grams)
    select ${syntheticId("resource", sql`number.i`)}, ${at}, ${at}, title.title, title.kind,
      case title.kind when 'VENUE' then 'OTHER' end, unit.id, unit.committee_id, ${audience}, title.capacity, title.unit,
      title.approval, 'PUBLISHED', ${at}, ${place}
    from ${series(SYNTHETIC_STEP.resources)}`.execute(rows);
  await sql`
    with titles as materialized (select * from ${titles})
    insert into need (id, created_at, updated_at, title, kind, organization_id, committee_id, audience, quantity, unit, state,
      published_at, region_code, region_path, alliance_code, search_key, search_grams)
    select ${syntheticId("need", sql`number.i`)}, ${at}, ${at}, title.title, title.kind, unit.id, unit.committee_id,
      ${audience}, 1, title.unit, 'PUBLISHED', ${at}, ${place}
    from ${series(SYNTHETIC_STEP.needs)}`.execute(rows);
  return `resources: ${SYNTHETIC_STEP.resources} synthetic resources, ${SYNTHETIC_STEP.needs} needs`;
}

function syntheticTitles() {
  const offers = [...Object.values(VENUE_OFFERS), ...Object.values(OFFERS)].flat();
  return Array.from({ length: VARIANTS * offers.length }, (_, n) => {
    const { says: _says, ...offer } = cycled(offers, n);
    const title = `测量用${offer.title} ${numbered(Math.floor(n / offers.length) + 1, 3)}`;
    const { searchKey, searchGrams } = searchColumns(title);
    return { n, ...offer, title, search_key: searchKey, search_grams: searchGrams };
  });
}
