import { type Expression, type SqlBool, sql } from "kysely";
import type { Audience } from "./audience.ts";
import type { Viewer, ViewerReach } from "./viewer.ts";
import { listedCondition, mayReadListed } from "./listed.ts";

/** The parts of a resource that decide who may see it; the directory publishes them. */
export interface ResourceRule {
  readonly audience: Audience;
  readonly allianceCode: string;
  readonly committeeId: string | null;
  readonly providerId: string;
  readonly state: string;
}

/**
 * Whether the viewer may see a resource. Only its provider may see a draft; a published resource follows its
 * audience. The subgraph that owns resources and subgraphs that refer to them use the same rule.
 *
 * @param viewer as the subgraph of resources knows it (`viewerIn`).
 */
export function mayReadResource(viewer: Viewer, resource: ResourceRule): boolean {
  return mayReadListed(viewer, { ...resource, ownerId: resource.providerId });
}

/**
 * {@link mayReadResource} as a WHERE condition.
 *
 * @param table name or alias of the table of resources in the statement.
 */
export function readableResource(viewer: ViewerReach, table: string): Expression<SqlBool> {
  const column = (name: string): Expression<unknown> => sql.ref(`${table}.${name}`);
  return listedCondition(viewer, {
    audience: column("audience"),
    allianceCode: column("allianceCode"),
    committeeId: column("committeeId"),
    ownerId: column("providerId"),
    state: column("state"),
  });
}
