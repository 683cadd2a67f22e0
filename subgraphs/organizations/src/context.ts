import { type BaseContext, createBaseContext } from "@alliance-hub/kit/subgraph/context";
import type { SubgraphConfig, SubgraphRequest } from "@alliance-hub/kit/subgraph/subgraph";
import type { Database } from "@alliance-hub/kit/database/connect";
import {
  type AuditEntryLoaders,
  createAuditEntryLoaders,
} from "./audit-entry/audit-entry.loaders.ts";
import { type CommitteeLoaders, createCommitteeLoaders } from "./committee/committee.loaders.ts";
import { type OrganizationsTables, SCHEMA } from "./database.ts";
import {
  type OrganizationLoaders,
  createOrganizationLoaders,
} from "./organization/organization.loaders.ts";
import { type RegionLoaders, createRegionLoaders } from "./region/region.loaders.ts";

/** What resolvers and services of this subgraph work with, for one call. */
export interface OrganizationsContext extends BaseContext<OrganizationsTables> {
  readonly regions: RegionLoaders;
  readonly organizations: OrganizationLoaders;
  readonly committees: CommitteeLoaders;
  readonly auditEntries: AuditEntryLoaders;
}

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<OrganizationsTables>;
  request: SubgraphRequest;
}): OrganizationsContext {
  const base = createBaseContext(SCHEMA, parts);
  return {
    ...base,
    regions: createRegionLoaders(base),
    organizations: createOrganizationLoaders(base),
    committees: createCommitteeLoaders(base),
    auditEntries: createAuditEntryLoaders(base),
  };
}
