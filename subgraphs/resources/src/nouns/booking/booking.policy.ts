import type { Condition } from "@alliance-hub/platform/conditions/condition";
import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { isSignedIn, waysToBooking } from "@alliance-hub/sharing/booking-rule";
import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";
import {
  type ResourceRule,
  can as canResource,
  readable as readableResource,
} from "../resource/resource.policy.ts";

/** What may be done with a booking. Its details are purpose and reason. */
export type BookingAction =
  | "read"
  | "readDetails"
  | "book"
  | "change"
  | "cancel"
  | "decide"
  | "recordUse"
  | "complete";

/** The columns of a booking that the rule needs. */
export interface BookingRule {
  readonly organizationId: string;
  readonly providerId: string;
  readonly committeeId: string | null;
  /** The booked resource; only reading needs it. */
  readonly resource?: ResourceRule;
}

/**
 * Both sides may always read a booking. Other signed-in viewers may read it if they may read the resource: they
 * see when it is taken, but not what for.
 */
export function can(viewer: Viewer, action: BookingAction, booking: BookingRule): boolean {
  const { organizationId, providerId, committeeId, resource } = booking;
  switch (action) {
    case "read":
      if (isOneOf(viewer, organizationId, providerId)) return true;
      return isSignedIn(viewer) && resource !== undefined && canResource(viewer, "read", resource);
    case "readDetails":
      return isOneOf(viewer, organizationId, providerId) || runs(viewer, committeeId);
    case "book":
    case "change":
      // Others may cancel, but not move a unit to a time that it has not chosen.
      return actsFor(viewer, organizationId);
    case "cancel":
      return (
        actsFor(viewer, organizationId) || actsFor(viewer, providerId) || runs(viewer, committeeId)
      );
    case "decide":
    case "recordUse":
      return actsFor(viewer, providerId);
    case "complete":
      return actsFor(viewer, organizationId) || actsFor(viewer, providerId);
    default:
      return action satisfies never;
  }
}

/** The rule of reading as a WHERE condition on the table `booking`. */
export function readable(viewer: Viewer): Condition {
  const isKnown = isSignedIn(viewer);
  return forViewer(isKnown ? "booking" : "booking of strangers", viewer, (reach) => {
    const ofResource = sql<SqlBool>`exists (select from resource where resource.id = booking.resource_id and ${readableResource(reach)})`;
    return anyWay(waysToBooking(reach, { isKnown, table: "booking", ofResource }));
  });
}

function isOneOf(viewer: Viewer, ...organizationIds: string[]): boolean {
  return organizationIds.some((id) => viewer.organizationIds.includes(id));
}
