import { type Expression, type SqlBool, sql } from "kysely";
import { readableResource } from "./resource-rule.ts";
import type { Viewer, ViewerReach } from "./viewer.ts";

/** What the rule of a statement's bookings is asked with. */
interface Bookings {
  /** Whether the viewer is known here, see {@link isSignedIn}. */
  readonly isKnown: boolean;
  /** Name or alias of the table of bookings in the statement. */
  readonly table: string;
  /** Whether the viewer may see the booked resource, as a condition. */
  readonly ofResource: Expression<SqlBool>;
}

/**
 * In which ways a viewer may see a booking, as WHERE conditions of which one is enough: both sides always; other
 * signed-in viewers if they may see the resource.
 */
export function waysToBooking(
  { organizationIds }: ViewerReach,
  { isKnown, table, ofResource }: Bookings,
): readonly (Expression<SqlBool> | false)[] {
  const isSide = (column: string) =>
    organizationIds.length > 0 &&
    sql<SqlBool>`${sql.ref(`${table}.${column}`)} = any(${organizationIds}::uuid[])`;
  return [isSide("organizationId"), isSide("providerId"), isKnown && ofResource];
}

/**
 * Whether the viewer may see a booking, as one WHERE condition. A partner system whose key does not permit reading here
 * sees what the public sees.
 *
 * @param viewer as the subgraph of resources knows it (`viewerIn`).
 * @param of names or aliases of the tables of bookings and of resources in the statement.
 */
export function readableBooking(
  viewer: Viewer,
  of: { readonly booking: string; readonly resource: string },
): Expression<SqlBool> {
  const ofResource = readableResource(viewer, of.resource);
  const ways = waysToBooking(viewer, {
    isKnown: isSignedIn(viewer),
    table: of.booking,
    ofResource,
  }).filter((way) => way !== false);
  return ways.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** Whether a viewer is known here, and not only one of the public. */
export function isSignedIn(viewer: Viewer): boolean {
  return viewer.kind === "PERSON" || (viewer.kind === "PARTNER" && viewer.scopes.includes("read"));
}
