import { fileURLToPath } from "node:url";
import type { DirectoryTables } from "@alliance-hub/kit/database/directory";
import type { Row } from "@alliance-hub/kit/database/row";
import { type Agreement, AgreementSchema } from "./agreement/agreement.entity.ts";
import {
  type AgreementParty,
  AgreementPartySchema,
} from "./agreement-party/agreement-party.entity.ts";
import { type Booking, BookingSchema } from "./booking/booking.entity.ts";
import {
  type CollectionRound,
  CollectionRoundSchema,
} from "./collection-round/collection-round.entity.ts";
import { type Commitment, CommitmentSchema } from "./commitment/commitment.entity.ts";
import { type Need, NeedSchema } from "./need/need.entity.ts";
import { type Resource, ResourceSchema } from "./resource/resource.entity.ts";

/** PostgreSQL schema, and with `hub_` before it the role, of this subgraph. */
export const SCHEMA = "resources";

export const entities = [
  ResourceSchema,
  NeedSchema,
  CollectionRoundSchema,
  BookingSchema,
  AgreementSchema,
  AgreementPartySchema,
  CommitmentSchema,
];

export const migrations = fileURLToPath(new URL("../src/migrations", import.meta.url));

/** Tables as plain reads see them. */
export interface ResourcesTables extends DirectoryTables {
  resource: Row<Resource> & { searchGrams: string[] };
  need: Row<Need> & { searchGrams: string[] };
  collectionRound: Row<CollectionRound>;
  booking: Row<Booking> & { during: string };
  agreement: Row<Agreement> & { searchGrams: string[] };
  agreementParty: Row<AgreementParty>;
  commitment: Row<Commitment>;
}
