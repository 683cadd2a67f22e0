import { referencesOf, resolversOf } from "@alliance-hub/platform/noun/noun";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { createSubgraph } from "@alliance-hub/platform/subgraph/create-subgraph";
import { keyAlone } from "@alliance-hub/platform/keys/loader";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { type ResourcesContext, createContext } from "./context.ts";
import { type ResourcesTables, SCHEMA, entities, migrations, searched } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { startOfferWorker } from "./mechanisms/waiting-offer/offer-worker.ts";
import { startUnansweredWorker } from "./mechanisms/unanswered-series/unanswered-worker.ts";
import { nouns } from "./nouns.ts";
import { readReport } from "./report/report.loaders.ts";
import { ReportType } from "./report/report.type.ts";

/** SDL and executable schema; needs no database. */
export const resourcesSchema = () =>
  buildSchema({
    resolvers: resolversOf(nouns),
    extended: ["Organization", "Committee", "Report"],
    byKeyOnly: [ReportType],
    references: {
      ...referencesOf(nouns),
      // Records of other subgraphs: the fields that this subgraph adds to them need only the key.
      Organization: keyAlone,
      Committee: keyAlone,
      Report: (key: ReportKey, context: ResourcesContext) => readReport(context, key),
    },
  });

/** The subgraph of resources, needs, bookings and agreements. */
export const createResourcesSubgraph = (config: SubgraphConfig): Promise<Subgraph> =>
  createSubgraph<ResourcesTables>(config, {
    name: SCHEMA,
    built: resourcesSchema(),
    entities,
    migrations,
    searched,
    createContext,
    loadDemonstration,
    work: ({ rows }) => {
      const { log, clock = () => new Date() } = config;
      const workers = new AsyncDisposableStack();
      workers.use(startOfferWorker({ rows, log, clock }));
      workers.use(startUnansweredWorker({ rows, log, clock }));
      return workers;
    },
  });
