import type { Database } from "@alliance-hub/platform/database/connect";
import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { insertRows, loadSteps } from "@alliance-hub/demonstration/load";
import { allRegions } from "@alliance-hub/demonstration/regions";
import { syntheticPlace, syntheticUnits } from "@alliance-hub/demonstration/synthetic";
import type { DemonstrationOptions } from "@alliance-hub/platform/subgraph/subgraph";
import type { Kysely } from "kysely";
import type { OrganizationsTables } from "../database.ts";
import { committeeRow, organizationRow, regionRow, serviceAreaRow } from "./rows.ts";

/**
 * Loads regions, organisations and committees of the demonstration alliance. It does not change what exists
 * already.
 */
export async function loadDemonstration(
  database: Database<OrganizationsTables>,
  options: DemonstrationOptions,
): Promise<void> {
  await loadSteps(database, options, {
    tables: ["region", "organization", "committee", "serviceArea"],
    published: async (rows) => {
      const places = demonstrationAlliance();
      for (const place of places) await loadPlace(rows, place);
      return `organizations: ${places.length} places, ${places.flatMap(({ organizations }) => organizations).length} organisations`;
    },
    synthetic: loadSynthetic,
  });
}

async function loadPlace(
  rows: Kysely<OrganizationsTables>,
  place: DemonstrationPlace,
): Promise<void> {
  const { regions, organizations, committees, district } = place;
  await insertRows(rows, "region", allRegions(regions).map(regionRow));
  await insertRows(rows, "organization", organizations.map(organizationRow));
  await insertRows(rows, "committee", [district, ...committees].map(committeeRow));
  const serviceAreas = organizations.flatMap(({ id, serves }) =>
    serves.map((regionCode) => serviceAreaRow(id, regionCode)),
  );
  await insertRows(rows, "serviceArea", serviceAreas);
}

async function loadSynthetic(rows: Kysely<OrganizationsTables>, step: number): Promise<string> {
  if (step === 1) {
    const { regions, partyOrganizations, committees } = syntheticPlace();
    await insertRows(rows, "region", regions.map(regionRow));
    await insertRows(rows, "organization", partyOrganizations.map(organizationRow));
    await insertRows(rows, "committee", committees.map(committeeRow));
  }
  const units = syntheticUnits(step).map(({ unit }) => organizationRow(unit));
  await insertRows(rows, "organization", units);
  return `organizations: ${units.length} synthetic organisations`;
}
