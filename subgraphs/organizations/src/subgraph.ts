import { connectDatabase } from "@alliance-hub/platform/database/connect";
import { migrateSchema, unknownMigrations } from "@alliance-hub/platform/database/migrate";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import type { Asked } from "@alliance-hub/platform/database/selection";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { AuditEntryResolver } from "./nouns/audit-entry/audit-entry.resolver.ts";
import { committeeColumns } from "./nouns/committee/committee.loaders.ts";
import {
  CommitteeResolver,
  RegionCommitteesResolver,
} from "./nouns/committee/committee.resolver.ts";
import { type OrganizationsContext, createContext } from "./context.ts";
import { type OrganizationsTables, SCHEMA, entities, migrations, searched } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { organizationColumns } from "./nouns/organization/organization.loaders.ts";
import { OrganizationResolver } from "./nouns/organization/organization.resolver.ts";
import { regionColumns } from "./nouns/region/region.loaders.ts";
import { RegionResolver } from "./nouns/region/region.resolver.ts";
import { type ReportKey, readReport } from "./report/report.loaders.ts";
import { ReportResolver } from "./report/report.resolver.ts";

/** SDL and executable schema; needs no database. */
export const organizationsSchema = () =>
  buildSchema({
    resolvers: [
      RegionResolver,
      OrganizationResolver,
      CommitteeResolver,
      RegionCommitteesResolver,
      AuditEntryResolver,
      ReportResolver,
    ],
    references: {
      Region: (key: { code: string }, context: OrganizationsContext, info: Asked) =>
        context.regions.with(regionColumns.ofRecord(info)).load(key.code),
      Organization: (key: { id: string }, context: OrganizationsContext, info: Asked) =>
        context.organizations.with(organizationColumns.ofRecord(info)).load(key.id),
      Committee: (key: { id: string }, context: OrganizationsContext, info: Asked) =>
        context.committees.with(committeeColumns.ofRecord(info)).load(key.id),
      Report: (key: ReportKey, context: OrganizationsContext) => readReport(context, key),
    },
  });

/** The subgraph of regions, organisations and committees. */
export async function createOrganizationsSubgraph(config: SubgraphConfig): Promise<Subgraph> {
  const { sdl, schema } = organizationsSchema();
  const { databaseUrl: url } = config;
  const database = await connectDatabase<OrganizationsTables>(
    { ...config, url, schema: SCHEMA },
    entities,
  );
  return {
    name: SCHEMA,
    sdl,
    schema,
    createContext: (request) => createContext({ config, database, request }),
    migrations,
    unknownMigrations: () => unknownMigrations({ url, schema: SCHEMA, directory: migrations }),
    migrate: () => migrateSchema({ url, schema: SCHEMA, directory: migrations, searched }),
    loadDemonstration: (options) => loadDemonstration(database, options),
    isReady: () => database.isReady(),
    close: () => database.close(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
