import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
import { readable } from "../agreement/agreement.policy.ts";
import type { ResourcesTables } from "../../database.ts";

/** A commitment as loaders give it. */
export type CommitmentRow = ResourcesTables["commitment"];

/** Reads of commitments. */
export interface CommitmentLoaders {
  /** A commitment of an agreement that the viewer may see. */
  readonly byId: DataLoader<string, CommitmentRow | null>;
  /** Commitments, in order, of an agreement that was read under its policy. */
  readonly ofAgreement: DataLoader<string, CommitmentRow[]>;
}

/** Loaders of one call. */
export function createCommitmentLoaders(context: BaseContext<ResourcesTables>): CommitmentLoaders {
  const { rows, viewer } = context;
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("commitment")
        .innerJoin("agreement", "agreement.id", "commitment.agreementId")
        .selectAll("commitment")
        .where(anyOf("commitment.id", ids, "uuid"))
        .where(readable(viewer))
        .execute(),
    ),
    ofAgreement: new DataLoader(async (ids) => {
      const found = await rows
        .selectFrom("commitment")
        .selectAll()
        .where(anyOf("agreementId", ids, "uuid"))
        .orderBy("position")
        .execute();
      const byAgreement = Map.groupBy(found, (commitment) => commitment.agreementId);
      return ids.map((id) => byAgreement.get(id) ?? []);
    }),
  };
}
