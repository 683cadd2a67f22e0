import type { SearchedTable } from "@alliance-hub/platform/database/refresh-search-keys";
import { fileURLToPath } from "node:url";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Row } from "@alliance-hub/platform/database/row";
import type { AuditTables } from "./nouns/audit-entry/audit-entry.entity.ts";
import { type Committee, CommitteeSchema } from "./nouns/committee/committee.entity.ts";
import { type Organization, OrganizationSchema } from "./nouns/organization/organization.entity.ts";
import { type Region, RegionSchema } from "./nouns/region/region.entity.ts";

/** PostgreSQL schema, and with `hub_` before it the role, of this subgraph. */
export const SCHEMA = "organizations";

export const entities = [RegionSchema, OrganizationSchema, CommitteeSchema];

export const migrations = fileURLToPath(new URL("../src/migrations", import.meta.url));

/** Tables as plain reads see them. */
export interface OrganizationsTables extends DirectoryTables, AuditTables {
  region: Row<Region>;
  organization: Row<Organization> & { searchGrams: string[] };
  committee: Row<Committee>;
  serviceArea: { organizationId: string; regionCode: string };
}

/** Tables that are searched, with the texts that their services make keys of. */
export const searched: readonly SearchedTable[] = [
  { table: "organization", texts: "array[name, brand, credit_code]" },
];
