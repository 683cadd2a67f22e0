import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import type { FeedOwner } from "./calendar-feed.entity.ts";

/** What may be done with the feeds of a unit or a committee. */
export type FeedAction = "read" | "create" | "revoke";

/**
 * Who acts for the unit or runs the committee keeps its feeds, and nobody else knows which there are.
 * What a feed shows is another matter: its secret opens it, and the owner's standing says what is in it.
 */
export function can(viewer: Viewer, _action: FeedAction, owner: FeedOwner): boolean {
  const { organizationId, committeeId } = owner;
  return organizationId === null ? runs(viewer, committeeId) : actsFor(viewer, organizationId);
}
