import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import type { ActivitiesBase } from "../../context.ts";
import { readable } from "./venue.policy.ts";

/** Reads of venues: resources of another subgraph, of which the directory knows key and placement. */
export interface VenueLoaders {
  /** The venue's key, for who may see it. */
  readonly byId: DataLoader<string, { id: string } | null>;
}

/** Loaders of one call. */
export function createVenueLoaders(context: ActivitiesBase): VenueLoaders {
  const { rows } = context;
  // Not by what the viewer may see here: the key leads to a record that `resources` shows or does not.
  const viewer = context.viewerIn("resources");
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("directory.resource as venue")
        .select("venue.id")
        .where(anyOf("venue.id", ids, "uuid"))
        .where(readable(viewer))
        .execute(),
    ),
  };
}
