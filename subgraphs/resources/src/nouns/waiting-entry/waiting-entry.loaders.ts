import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { TakingTables } from "../../mechanisms/free-time/takings.ts";
import type { ResourceContext } from "../resource/resource.loaders.ts";
import { type WaitingEntry, WaitingEntrySchema } from "./waiting-entry.entity.ts";
import type { WaitingFilter } from "./waiting-entry.input.ts";
import { readable } from "./waiting-entry.policy.ts";

/** A waiting entry as lists and loaders give it. */
export type WaitingRow = Row<WaitingEntry>;

/** The tables that waiting lists are read from and decided by. */
export interface WaitingTables extends TablesWith<"waitingEntry", WaitingEntry>, TakingTables {}

/** What waiting lists need of a call. */
export interface WaitingContext
  extends
    ContextWith<"waitingEntries", typeof createWaitingLoaders>,
    Pick<ResourceContext, "resources" | "directory"> {}

/** Loaders of one call. */
export function createWaitingLoaders(context: BaseContext<WaitingTables>) {
  const reads = recordReads(context, {
    table: "waitingEntry",
    entity: WaitingEntrySchema,
    readable: readable(context.viewer),
  });
  return {
    byId: reads.byId,
    /** Who waits for a resource, or was offered a time of it, in the order in which they joined. */
    ofResource: reads.below("resource.waitingList", "resourceId", {
      where: [oneOf("waitingEntry.state", ["WAITING", "OFFERED"])],
      order: {
        order: [
          {
            column: sql.ref("waitingEntry.lineNumber"),
            type: "integer",
            value: (row) => String(row.lineNumber),
          },
          { column: sql.ref("waitingEntry.id"), type: "uuid", value: (row) => row.id },
        ],
        direction: "asc",
      },
    }),
    list: ({ resourceId, organizationId, providerId, states }: WaitingFilter) =>
      reads.list("waitingEntries", [
        isRecord("waitingEntry.resourceId", resourceId),
        isOrganization("waitingEntry.organizationId", organizationId),
        isOrganization("waitingEntry.providerId", providerId),
        oneOf("waitingEntry.state", states),
      ]),
  };
}
