import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { readableBooking } from "@alliance-hub/sharing/booking-rule";
import { readableResource } from "@alliance-hub/sharing/resource-rule";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";

/** Reads of venues. They are resources of another subgraph; the directory has their keys and placement. */
export interface VenueLoaders {
  /** The venue's key, for viewers that may see it. */
  readonly byId: DataLoader<string, { id: string } | null>;
  /** The key of a venue's booking, likewise. */
  readonly bookingById: DataLoader<string, { id: string } | null>;
}

/** Loaders of one call. */
export function createVenueLoaders({ rows, viewerIn }: BaseContext<DirectoryTables>): VenueLoaders {
  // This does not check what the viewer may see: the key leads to a record, and `resources` decides whether to
  // show it.
  const viewer = viewerIn("resources");
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("directory.resource as venue")
        .select("venue.id")
        .where(anyOf("venue.id", ids, "uuid"))
        .where(readableResource(viewer, "venue"))
        .execute(),
    ),
    bookingById: byId((ids) =>
      rows
        .selectFrom("directory.activityBooking as booking")
        .innerJoin("directory.resource as venue", "venue.id", "booking.resourceId")
        .select("booking.id")
        .where(anyOf("booking.id", ids, "uuid"))
        .where(readableBooking(viewer, { booking: "booking", resource: "venue" }))
        .execute(),
    ),
  };
}
