import { type BaseContext, createBaseContext } from "@alliance-hub/platform/subgraph/context";
import { lazily } from "@alliance-hub/platform/subgraph/lazily";
import type { SubgraphConfig, SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import type { Database } from "@alliance-hub/platform/database/connect";
import {
  type AuditEntryLoaders,
  createAuditEntryLoaders,
} from "./nouns/audit-entry/audit-entry.loaders.ts";
import {
  type CommitteeLoaders,
  createCommitteeLoaders,
} from "./nouns/committee/committee.loaders.ts";
import { type OrganizationsTables, SCHEMA } from "./database.ts";
import {
  type OrganizationLoaders,
  createOrganizationLoaders,
} from "./nouns/organization/organization.loaders.ts";
import { type RegionLoaders, createRegionLoaders } from "./nouns/region/region.loaders.ts";

/** What resolvers and services of this subgraph work with, for one call. */
export interface OrganizationsContext extends BaseContext<OrganizationsTables>, Parts {}

interface Parts {
  readonly regions: RegionLoaders;
  readonly organizations: OrganizationLoaders;
  readonly committees: CommitteeLoaders;
  readonly auditEntries: AuditEntryLoaders;
}

const complete = lazily<BaseContext<OrganizationsTables>, Parts>({
  regions: createRegionLoaders,
  organizations: createOrganizationLoaders,
  committees: createCommitteeLoaders,
  auditEntries: createAuditEntryLoaders,
});

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<OrganizationsTables>;
  request: SubgraphRequest;
}): OrganizationsContext {
  return complete(createBaseContext(SCHEMA, parts));
}
