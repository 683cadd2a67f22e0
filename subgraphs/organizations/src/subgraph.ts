import { referencesOf, resolversOf } from "@alliance-hub/platform/noun/noun";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { createSubgraph } from "@alliance-hub/platform/subgraph/create-subgraph";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { type OrganizationsContext, createContext } from "./context.ts";
import { type OrganizationsTables, SCHEMA, entities, migrations, searched } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { startRegionDays } from "./mechanisms/region-days/region-days.ts";
import { nouns } from "./nouns.ts";
import { readReport } from "./report/report.loaders.ts";
import { ReportResolver } from "./report/report.resolver.ts";

/** SDL and executable schema; needs no database. */
export const organizationsSchema = () =>
  buildSchema({
    resolvers: [...resolversOf(nouns), ReportResolver],
    references: {
      ...referencesOf(nouns),
      Report: (key: ReportKey, context: OrganizationsContext) => readReport(context, key),
    },
  });

/** The subgraph of regions, organisations and committees. */
export const createOrganizationsSubgraph = (config: SubgraphConfig): Promise<Subgraph> =>
  createSubgraph<OrganizationsTables>(config, {
    name: SCHEMA,
    built: organizationsSchema(),
    entities,
    migrations,
    searched,
    createContext,
    loadDemonstration,
    work: (database) => {
      const { log, clock = () => new Date() } = config;
      const request = {
        viewer: ANONYMOUS,
        requestId: "region changes",
        signal: new AbortController().signal,
      };
      return startRegionDays({
        createContext: () => createContext({ config, database, request }),
        clock,
        log,
      });
    },
  });
