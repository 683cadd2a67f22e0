import type { Condition } from "@alliance-hub/platform/conditions/condition";
import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/**
 * The rule of reading as a WHERE condition on the table `booking_series`: both sides of one of its bookings. Others may
 * see the bookings, but not that they belong together.
 */
export function readable(viewer: Viewer): Condition {
  return forViewer("booking series", viewer, ({ organizationIds: ids }) =>
    anyWay([
      ids.length > 0 &&
        sql<SqlBool>`exists (select from booking as one where one.series_id = booking_series.id
          and (one.organization_id = any(${ids}::uuid[]) or one.provider_id = any(${ids}::uuid[])))`,
    ]),
  );
}
