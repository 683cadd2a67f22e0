import type { Condition } from "@alliance-hub/platform/conditions/condition";
import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";
import {
  type BookingAction,
  type BookingRule,
  can as canBooking,
} from "../booking/booking.policy.ts";

/** What may be done with a series. */
export type SeriesAction = "read" | "change" | "keep" | "cancel";

/** What the rule needs of a series: whose its bookings are, each pair of units once. */
export interface SeriesRule {
  readonly sides: readonly BookingRule[];
}

/** What of a single booking each action needs. */
const OF_BOOKING = {
  read: "readDetails",
  change: "change",
  keep: "change",
  cancel: "cancel",
} as const satisfies Readonly<Record<SeriesAction, BookingAction>>;

/** With a series may be done what may be done with one of its bookings; with each of them, its own rule decides. */
export function can(viewer: Viewer, action: SeriesAction, { sides }: SeriesRule): boolean {
  return sides.some((side) => canBooking(viewer, OF_BOOKING[action], side));
}

/**
 * The rule of reading as a WHERE condition on the table `booking_series`: both sides of one of its bookings, and whoever
 * runs the committee. Others may see the bookings, but not that they belong together.
 */
export function readable(viewer: Viewer): Condition {
  return forViewer("booking series", viewer, ({ organizationIds: ids, runsCommitteeIds }) =>
    anyWay([
      ids.length > 0 &&
        sql<SqlBool>`exists (select from booking as one where one.series_id = booking_series.id
          and (one.organization_id = any(${ids}::uuid[]) or one.provider_id = any(${ids}::uuid[])))`,
      runsCommitteeIds.length > 0 &&
        sql<SqlBool>`exists (select from booking as one where one.series_id = booking_series.id
          and one.committee_id = any(${runsCommitteeIds}::uuid[]))`,
    ]),
  );
}
