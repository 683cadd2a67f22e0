import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { Database } from "../database/connect.ts";
import type { Directory, DirectoryTables } from "../directory/directory.ts";
import { type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import type { SubgraphConfig, SubgraphRequest } from "./subgraph.ts";

/** What every subgraph's context holds; each subgraph adds its loaders and services. */
export interface BaseContext<DB = DirectoryTables> extends SubgraphRequest {
  readonly subgraph: string;
  readonly database: Database<DB>;
  /** Plain rows, outside any transaction. */
  readonly rows: Kysely<DB>;
  readonly clock: () => Date;
  readonly newId: () => string;
  /**
   * The viewer as another subgraph knows it. A viewer gets a reference to a record of that subgraph only if it
   * may see the record there. What a partner's key permits differs between subgraphs.
   */
  readonly viewerIn: (subgraph: string) => Viewer;
}

/** A context with the other subgraphs' records, by key and placement. */
export interface WithDirectory {
  readonly directory: Directory;
}

/** A {@link BaseContext} for one call. */
export function createBaseContext<DB>(
  subgraph: string,
  parts: { config: SubgraphConfig; database: Database<DB>; request: SubgraphRequest },
): BaseContext<DB> {
  const { config, database, request } = parts;
  const clock = config.clock ?? (() => new Date());
  return {
    ...request,
    viewer: viewerWithin(request.viewer, subgraph),
    viewerIn: (other) => viewerWithin(request.viewer, other),
    subgraph,
    database,
    rows: database.rows,
    clock,
    newId: config.newId ?? idsBy(clock),
  };
}

/** A source of ids (UUID version 7) by a clock. */
export function idsBy(clock: () => Date): () => string {
  return () => v7({ msecs: clock().getTime() });
}

/** The viewer's subject. Policies reject anonymous callers of mutations before this is used. */
export function subjectOf(viewer: Viewer): string {
  return viewer.subject ?? "anonymous";
}

/** A unit of work inside a transaction, with its context. */
export interface Work<DB> {
  readonly em: SqlEntityManager;
  readonly rows: Kysely<DB>;
  readonly now: Date;
}
