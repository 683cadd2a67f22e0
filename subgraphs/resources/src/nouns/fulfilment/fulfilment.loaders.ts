import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { AgreementContext } from "../agreement/agreement.loaders.ts";
import { readable } from "../agreement/agreement.policy.ts";
import type { CommitmentTables } from "../commitment/commitment.loaders.ts";

/** What fulfilment needs of a call. */
export interface FulfilmentContext extends AgreementContext {
  readonly fulfilments: FulfilmentLoaders;
}

/** Reads of what is to be fulfilled. */
export type FulfilmentLoaders = ReturnType<typeof createFulfilmentLoaders>;

/** Loaders of one call. */
export function createFulfilmentLoaders(context: BaseContext<CommitmentTables>) {
  const { byId } = recordReads(context, {
    table: "commitment",
    readable: forViewer("agreement", context.viewer, readable).within(
      (isVisible) =>
        sql`exists (select from agreement where agreement.id = commitment.agreement_id and ${isVisible})`,
    ),
  });
  return {
    /** A commitment, by its id, of an agreement that the viewer may see. */
    ofCommitment: byId,
  };
}
