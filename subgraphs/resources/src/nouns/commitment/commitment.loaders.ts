import type { TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { Row } from "@alliance-hub/platform/database/row";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import type DataLoader from "dataloader";
import { Commitment } from "./commitment.entity.ts";

/** A commitment as loaders give it. */
export type CommitmentRow = Row<Commitment>;

/** The tables that commitments are read from. */
export interface CommitmentTables extends TablesWith<"commitment", Commitment> {}

/** Reads of commitments. */
export interface CommitmentLoaders {
  /** Commitments, in order, of an agreement that was read under its policy. */
  readonly ofAgreement: DataLoader<string, CommitmentRow[]>;
}

/** Loaders of one call. */
export function createCommitmentLoaders(context: BaseContext<CommitmentTables>): CommitmentLoaders {
  return {
    ofAgreement: allBelow("agreementId", (ids) =>
      context.rows
        .selectFrom("commitment")
        .selectAll()
        .where(anyOf("agreementId", ids, "uuid"))
        .orderBy("position")
        .execute(),
    ),
  };
}

/** The commitments of an agreement that is locked, in order, as the transaction has them. */
export async function commitmentsOf(
  em: Work<unknown>["em"],
  agreementId: string,
): Promise<readonly Readonly<Commitment>[]> {
  return await em.find(Commitment, { agreementId }, { orderBy: { position: "asc" } });
}
