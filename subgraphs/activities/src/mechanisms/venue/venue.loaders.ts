import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { readableResource } from "@alliance-hub/sharing/resource-rule";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";

/** Reads of venues: resources of another subgraph, of which the directory knows key and placement. */
export interface VenueLoaders {
  /** The venue's key, for who may see it. */
  readonly byId: DataLoader<string, { id: string } | null>;
}

/** Loaders of one call. */
export function createVenueLoaders({ rows, viewerIn }: BaseContext<DirectoryTables>): VenueLoaders {
  // Not by what the viewer may see here: the key leads to a record that `resources` shows or does not.
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
  };
}
