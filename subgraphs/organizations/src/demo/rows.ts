import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import {
  type DemonstrationCommittee,
  ESTABLISHED_ON,
} from "@alliance-hub/demonstration/committees";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationOrganization } from "@alliance-hub/demonstration/organizations";
import type { DemonstrationRegion } from "@alliance-hub/demonstration/regions";
import { type InsertObject, sql } from "kysely";
import type { OrganizationsTables } from "../database.ts";

// An empty list would be written as an array of PostgreSQL.
const NO_NAMES = sql<[]>`'[]'::jsonb`;

export function regionRow(
  region: DemonstrationRegion,
): InsertObject<OrganizationsTables, "region"> {
  const lasting = { endedOn: null, mergedInto: null, levelName: null, formerNames: NO_NAMES };
  return { ...region, ...lasting, ...entered() };
}

/** An organisation that has kept its name and goes on. */
const ACTIVE = {
  state: "ACTIVE" as const,
  endedOn: null,
  endReason: null,
  mergedIntoId: null,
  changeReason: null,
};

export function organizationRow(
  organization: DemonstrationOrganization,
): InsertObject<OrganizationsTables, "organization"> {
  const { id, name, kind, creditCode, brand, parentId, region } = organization;
  return {
    id,
    name,
    kind,
    creditCode,
    brand,
    parentId,
    ...ACTIVE,
    formerNames: sql`'[]'::jsonb`,
    ...entered(),
    ...placeColumns(region),
    ...searchColumns(name, brand, creditCode),
  };
}

export function committeeRow({
  region,
  ...committee
}: DemonstrationCommittee): InsertObject<OrganizationsTables, "committee"> {
  return {
    ...committee,
    ancestorIds: [...committee.ancestorIds],
    themes: [...committee.themes],
    establishedOn: ESTABLISHED_ON,
    formerNames: NO_NAMES,
    cameFrom: null,
    ...entered(),
    ...placeColumns(region),
    ...searchColumns(committee.name),
  };
}

/** It has served the estate since there is the alliance. */
export function serviceAreaRow(
  organizationId: string,
  regionCode: string,
): OrganizationsTables["serviceArea"] {
  return {
    id: demonstrationId("service area", organizationId, regionCode),
    organizationId,
    regionCode,
    startsOn: ESTABLISHED_ON,
    endsOn: null,
    ...entered(),
  };
}
