import type { SearchedTable } from "@alliance-hub/platform/database/refresh-search-keys";
import { fileURLToPath } from "node:url";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Row } from "@alliance-hub/platform/database/row";
import { type Agreement, AgreementSchema } from "./nouns/agreement/agreement.entity.ts";
import {
  type AgreementParty,
  AgreementPartySchema,
} from "./nouns/agreement-party/agreement-party.entity.ts";
import { type Booking, BookingSchema } from "./nouns/booking/booking.entity.ts";
import {
  type CollectionRound,
  CollectionRoundSchema,
} from "./nouns/collection-round/collection-round.entity.ts";
import { type Commitment, CommitmentSchema } from "./nouns/commitment/commitment.entity.ts";
import { type Need, NeedSchema } from "./nouns/need/need.entity.ts";
import { type Resource, ResourceSchema } from "./nouns/resource/resource.entity.ts";

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

/** Tables that are searched, with the texts that their services make keys of. */
export const searched: readonly SearchedTable[] = [
  { table: "resource", texts: "array[title, description]" },
  { table: "need", texts: "array[title, description]" },
  {
    table: "agreement",
    texts:
      "array[title] || array(select clause from commitment where agreement_id = agreement.id order by position)",
  },
];
