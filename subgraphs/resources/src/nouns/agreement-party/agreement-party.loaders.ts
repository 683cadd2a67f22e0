import type { TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import type DataLoader from "dataloader";
import { AgreementParty } from "./agreement-party.entity.ts";

/** The tables that parties are read from. */
export interface AgreementPartyTables extends TablesWith<"agreementParty", AgreementParty> {}

/** A party, as loaders return it, without the person who signed. */
export type AgreementPartyRow = Pick<
  AgreementPartyTables["agreementParty"],
  "agreementId" | "organizationId" | "signedAt"
>;

/** Reads of parties. */
export interface AgreementPartyLoaders {
  /** Parties, in order, of an agreement that was read under its policy. */
  readonly ofAgreement: DataLoader<string, AgreementPartyRow[]>;
}

/** Loaders of one call. */
export function createAgreementPartyLoaders(
  context: BaseContext<AgreementPartyTables>,
): AgreementPartyLoaders {
  return {
    ofAgreement: allBelow("agreementId", (ids) =>
      context.rows
        .selectFrom("agreementParty")
        .select(["agreementId", "organizationId", "signedAt"])
        .where(anyOf("agreementId", ids, "uuid"))
        .orderBy("position")
        .execute(),
    ),
  };
}

/** The parties of an agreement that is locked, in order, as the transaction has them. */
export async function partiesOf(
  em: Work<unknown>["em"],
  agreementId: string,
): Promise<readonly Readonly<AgreementParty>[]> {
  return await em.find(AgreementParty, { agreementId }, { orderBy: { position: "asc" } });
}

/** How many of its parties have signed it. */
export async function countSigned(em: Work<unknown>["em"], agreementId: string): Promise<number> {
  return await em.count(AgreementParty, { agreementId, signedAt: { $ne: null } });
}
