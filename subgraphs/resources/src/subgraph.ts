import { connectDatabase } from "@alliance-hub/platform/database/connect";
import { migrateSchema, unknownMigrations } from "@alliance-hub/platform/database/migrate";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { Asked } from "@alliance-hub/platform/database/selection";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import {
  AgreementResolver,
  CommitteeAgreementsResolver,
  OrganizationAgreementsResolver,
} from "./nouns/agreement/agreement.resolver.ts";
import { AgreementPartyResolver } from "./nouns/agreement-party/agreement-party.resolver.ts";
import {
  BookingResolver,
  OrganizationBookingsResolver,
  ResourceBookingsResolver,
} from "./nouns/booking/booking.resolver.ts";
import {
  CollectionRoundResolver,
  CommitteeCollectionRoundsResolver,
} from "./nouns/collection-round/collection-round.resolver.ts";
import { CommitmentResolver } from "./nouns/commitment/commitment.resolver.ts";
import { type ResourcesContext, createContext } from "./context.ts";
import { type ResourcesTables, SCHEMA, entities, migrations, searched } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { ResourceFreeSlotsResolver } from "./mechanisms/free-time/free-slot.resolver.ts";
import {
  CommitteeNeedsResolver,
  NeedResolver,
  OrganizationNeedsResolver,
} from "./nouns/need/need.resolver.ts";
import { type ReportKey, readReport } from "./report/report.loaders.ts";
import { ReportType } from "./report/report.type.ts";
import { resourceColumns } from "./nouns/resource/resource.loaders.ts";
import {
  CommitteeResourcesResolver,
  OrganizationResourcesResolver,
  ResourceResolver,
} from "./nouns/resource/resource.resolver.ts";
import { SignatureResolver } from "./nouns/signature/signature.resolver.ts";

const keyAlone = (key: { id: string }) => (isId(key.id) ? key : null);

/** SDL and executable schema; needs no database. */
export const resourcesSchema = () =>
  buildSchema({
    resolvers: [
      ResourceResolver,
      ResourceFreeSlotsResolver,
      OrganizationResourcesResolver,
      CommitteeResourcesResolver,
      NeedResolver,
      OrganizationNeedsResolver,
      CommitteeNeedsResolver,
      CollectionRoundResolver,
      CommitteeCollectionRoundsResolver,
      BookingResolver,
      ResourceBookingsResolver,
      OrganizationBookingsResolver,
      AgreementResolver,
      AgreementPartyResolver,
      SignatureResolver,
      CommitmentResolver,
      OrganizationAgreementsResolver,
      CommitteeAgreementsResolver,
    ],
    extended: ["Organization", "Committee", "Report"],
    byKeyOnly: [ReportType],
    references: {
      Resource: (key: { id: string }, context: ResourcesContext, info: Asked) =>
        context.resources.with(resourceColumns.ofRecord(info)).load(key.id),
      Need: (key: { id: string }, context: ResourcesContext) => context.needs.byId.load(key.id),
      CollectionRound: (key: { id: string }, context: ResourcesContext) =>
        context.collectionRounds.byId.load(key.id),
      Booking: (key: { id: string }, context: ResourcesContext) =>
        context.bookings.byId.load(key.id),
      Agreement: (key: { id: string }, context: ResourcesContext) =>
        context.agreements.byId.load(key.id),
      // Another subgraph's records: what this one adds to them hangs on the key alone.
      Organization: keyAlone,
      Committee: keyAlone,
      Report: (key: ReportKey, context: ResourcesContext) => readReport(context, key),
    },
  });

/** The subgraph of resources, needs, bookings and agreements. */
export async function createResourcesSubgraph(config: SubgraphConfig): Promise<Subgraph> {
  const { sdl, schema } = resourcesSchema();
  const { databaseUrl: url } = config;
  const database = await connectDatabase<ResourcesTables>(
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
    migrate: async () => {
      const ran = await migrateSchema({ url, schema: SCHEMA, directory: migrations, searched });
      await database.regionLevels.load();
      return ran;
    },
    loadDemonstration: (options) => loadDemonstration(database, options),
    isReady: () => database.isReady(),
    close: () => database.close(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
