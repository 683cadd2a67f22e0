import { type Owner, type Viewer, actsForOwner } from "@alliance-hub/sharing/viewer";

/** What may be done with the feeds of a unit or a committee. */
export type FeedAction = "read" | "create" | "revoke";

/**
 * Whoever acts for the unit or runs the committee manages its feeds; nobody else can see which feeds there are.
 * What a feed shows is a different question: anybody with its secret can read it, and the owner's standing
 * decides what is in it.
 */
export function can(viewer: Viewer, _action: FeedAction, owner: Owner): boolean {
  return actsForOwner(viewer, owner);
}
