import { referencesOf, resolversOf } from "@alliance-hub/platform/noun/noun";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { createSubgraph } from "@alliance-hub/platform/subgraph/create-subgraph";
import { keyAlone } from "@alliance-hub/platform/keys/loader";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { type MembersContext, createContext } from "./context.ts";
import { type MembersTables, SCHEMA, entities, migrations, searched } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { startTakeovers } from "./mechanisms/change-of-term/takeover-worker.ts";
import { startLeavings } from "./mechanisms/leaving/leaving-worker.ts";
import { nouns } from "./nouns.ts";
import { readReport } from "./report/report.loaders.ts";
import { ReportType } from "./report/report.type.ts";

/** SDL and executable schema; needs no database. */
export const membersSchema = () =>
  buildSchema({
    resolvers: resolversOf(nouns),
    extended: ["Organization", "Committee", "Report"],
    byKeyOnly: [ReportType],
    references: {
      ...referencesOf(nouns),
      Report: (key: ReportKey, context: MembersContext) => readReport(context, key),
      Committee: keyAlone,
      Organization: keyAlone,
      Region: ({ code }: { code: string }) => ({ code }),
    },
  });

/** The subgraph of memberships, terms, seats, registrations, teams, contact cards, liaisons and appointments. */
export const createMembersSubgraph = (config: SubgraphConfig): Promise<Subgraph> =>
  createSubgraph<MembersTables>(config, {
    name: SCHEMA,
    built: membersSchema(),
    entities,
    migrations,
    searched,
    createContext,
    loadDemonstration,
    work: (database) => {
      const { log, clock = () => new Date() } = config;
      const contextFor = (viewer: Viewer) =>
        createContext({
          config,
          database,
          request: { viewer, requestId: "midnight", signal: new AbortController().signal },
        });
      const working = new AsyncDisposableStack();
      working.use(startLeavings({ contextFor, log, clock }));
      working.use(startTakeovers({ context: contextFor(ANONYMOUS), log, clock }));
      return working;
    },
  });
