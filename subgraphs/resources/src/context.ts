import type { Database } from "@alliance-hub/platform/database/connect";
import { type Directory, createDirectory } from "@alliance-hub/platform/directory/directory";
import { type BaseContext, createBaseContext } from "@alliance-hub/platform/subgraph/context";
import { lazily } from "@alliance-hub/platform/subgraph/lazily";
import type { SubgraphConfig, SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import {
  type AgreementLoaders,
  createAgreementLoaders,
} from "./nouns/agreement/agreement.loaders.ts";
import {
  type AgreementPartyLoaders,
  createAgreementPartyLoaders,
} from "./nouns/agreement-party/agreement-party.loaders.ts";
import { type BookingLoaders, createBookingLoaders } from "./nouns/booking/booking.loaders.ts";
import {
  type CollectionRoundLoaders,
  createCollectionRoundLoaders,
} from "./nouns/collection-round/collection-round.loaders.ts";
import {
  type CommitmentLoaders,
  createCommitmentLoaders,
} from "./nouns/commitment/commitment.loaders.ts";
import { type ResourcesTables, SCHEMA } from "./database.ts";
import {
  type FreeSlotLoaders,
  createFreeSlotLoaders,
} from "./mechanisms/free-time/free-slot.loaders.ts";
import { type NeedLoaders, createNeedLoaders } from "./nouns/need/need.loaders.ts";
import { type ResourceLoaders, createResourceLoaders } from "./nouns/resource/resource.loaders.ts";

/** What resolvers and services of this subgraph work with, for one call. */
export interface ResourcesContext extends BaseContext<ResourcesTables>, Parts {}

interface Parts {
  /** The other subgraphs' records, by key and placement. */
  readonly directory: Directory;
  readonly resources: ResourceLoaders;
  readonly freeSlots: FreeSlotLoaders;
  readonly needs: NeedLoaders;
  readonly collectionRounds: CollectionRoundLoaders;
  readonly bookings: BookingLoaders;
  readonly agreements: AgreementLoaders;
  readonly agreementParties: AgreementPartyLoaders;
  readonly commitments: CommitmentLoaders;
}

const complete = lazily<BaseContext<ResourcesTables>, Parts>({
  directory: ({ rows }) => createDirectory(rows),
  resources: createResourceLoaders,
  freeSlots: createFreeSlotLoaders,
  needs: createNeedLoaders,
  collectionRounds: createCollectionRoundLoaders,
  bookings: createBookingLoaders,
  agreements: createAgreementLoaders,
  agreementParties: createAgreementPartyLoaders,
  commitments: createCommitmentLoaders,
});

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<ResourcesTables>;
  request: SubgraphRequest;
}): ResourcesContext {
  return complete(createBaseContext(SCHEMA, parts));
}
