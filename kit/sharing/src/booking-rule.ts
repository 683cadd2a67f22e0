import { type Expression, type SqlBool, sql } from "kysely";
import { readableResource } from "./resource-rule.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Whether the viewer may see a booking, as a WHERE condition: both sides always; other signed-in viewers if they may see
 * the resource. A partner system whose key does not permit reading here sees what the public sees.
 *
 * @param viewer as the subgraph of resources knows it (`viewerIn`).
 * @param of names or aliases of the tables of bookings and of resources in the statement.
 */
export function readableBooking(
  viewer: Viewer,
  of: { readonly booking: string; readonly resource: string },
): Expression<SqlBool> {
  const isSide = (column: string) =>
    sql<SqlBool>`${sql.ref(`${of.booking}.${column}`)} = any(${viewer.organizationIds}::uuid[])`;
  const ways = [isSide("organizationId"), isSide("providerId")];
  if (isSignedIn(viewer)) ways.push(sql<SqlBool>`${readableResource(viewer, of.resource)}`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** Whether a viewer is known here, and not only one of the public. */
export function isSignedIn(viewer: Viewer): boolean {
  return viewer.kind === "PERSON" || (viewer.kind === "PARTNER" && viewer.scopes.includes("read"));
}
