import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates } from "@alliance-hub/sharing/viewer";

/** What may be done with the partner systems of a unit. */
export type PartnerAction = "read" | "enter" | "revoke";

/** The unit that a partner system acts for. */
export interface PartnerPlace {
  readonly organizationId: string;
  /** Path of the unit's region. */
  readonly regionPath: RegionPath;
}

/**
 * Operators of the unit's region and the people who act for the unit manage its partner systems: a key gives no
 * more than they have. A key does not make further keys. Nobody else can see that there are any.
 */
export function can(viewer: Viewer, _action: PartnerAction, of: PartnerPlace): boolean {
  if (viewer.kind !== "PERSON") return false;
  return operates(viewer, of.regionPath) || actsFor(viewer, of.organizationId);
}
