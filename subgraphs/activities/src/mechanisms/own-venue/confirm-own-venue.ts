import {
  type ChangedRecord,
  noticesOfChanged,
} from "@alliance-hub/platform/notices/concerned/changed-records";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { type QueryExecutorProvider, sql } from "kysely";

/**
 * Confirms the venue of an activity whose host takes part from now on, if the venue is the host's own and was asked for by
 * somebody who may not book for the host: its owner has said yes by that. Only whoever could have approved the request says
 * so; a secretary who enters that the host comes does not. Whoever waits for the time is told.
 */
export async function confirmOwnVenue(
  { viewerIn, newId }: Pick<BaseContext, "viewerIn" | "newId">,
  { rows, now }: { readonly rows: QueryExecutorProvider; readonly now: Date },
  activity: {
    readonly id: string;
    readonly hostId: string;
    readonly venueBookingId: string | null;
  },
): Promise<void> {
  const { id, hostId, venueBookingId } = activity;
  if (venueBookingId === null || !actsFor(viewerIn("resources"), hostId)) return;
  const { rows: changed } = await sql<ChangedRecord>`
    select * from directory.confirm_own_venue(${id}, ${venueBookingId}, ${hostId}, ${now})`.execute(
    rows,
  );
  // In nobody's name: units that wait are told whoever makes the change.
  await leaveNotices({ newId }, { rows, now }, noticesOfChanged(changed, null));
}
