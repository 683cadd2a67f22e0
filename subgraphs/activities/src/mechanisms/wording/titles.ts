import type { TitledNoun } from "@alliance-hub/platform/notices/facts";
import { byId } from "@alliance-hub/platform/keys/loader";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { readableAgreement } from "@alliance-hub/sharing/agreement-rule";
import { readableCollectionRound } from "@alliance-hub/sharing/collection-round-rule";
import { readableNeed } from "@alliance-hub/sharing/need-rule";
import { readableResource } from "@alliance-hub/sharing/resource-rule";
import type { ViewerReach } from "@alliance-hub/sharing/viewer";
import type DataLoader from "dataloader";
import { type Expression, type QueryExecutorProvider, type SqlBool, sql } from "kysely";
import { readable as readableActivity } from "../../nouns/activity/activity.policy.ts";
import { readable as readableIssue } from "../../nouns/issue/issue.policy.ts";

/** Where titles are read, and who may see them: the same rule as where the record itself is read. */
interface TitleSource {
  readonly table: string;
  readonly alias: string;
  readonly readable: (viewer: ViewerReach, alias: string) => Expression<SqlBool>;
}

const SOURCES: Readonly<Record<TitledNoun, TitleSource>> = {
  Resource: { table: "directory.titled_resource", alias: "resource", readable: readableResource },
  Need: { table: "directory.titled_need", alias: "need", readable: readableNeed },
  Agreement: {
    table: "directory.titled_agreement",
    alias: "agreement",
    readable: readableAgreement,
  },
  CollectionRound: {
    table: "directory.titled_collection_round",
    alias: "collectionRound",
    readable: readableCollectionRound,
  },
  Activity: { table: "activities.activity", alias: "activity", readable: readableActivity },
  Issue: { table: "activities.issue", alias: "issue", readable: readableIssue },
};

/** Records of other subgraphs, which a partner's key may not permit to read. */
const OF_RESOURCES: ReadonlySet<TitledNoun> = new Set([
  "Resource",
  "Need",
  "Agreement",
  "CollectionRound",
]);

/** The titles of records that the viewer may see now, by id; null for all others. */
export type Titles = (noun: TitledNoun, id: string) => Promise<string | null>;

/** Loaders of one call; one statement for each type of records. */
export function createTitles({
  rows,
  viewer,
  viewerIn,
}: Pick<BaseContext, "viewer" | "viewerIn"> & { readonly rows: QueryExecutorProvider }): Titles {
  const loaders = new Map<TitledNoun, DataLoader<string, { id: string; title: string } | null>>();
  const loaderOf = (noun: TitledNoun) => {
    const { table, alias, readable } = SOURCES[noun];
    const seenBy = OF_RESOURCES.has(noun) ? viewerIn("resources") : viewer;
    return byId(async (ids) => {
      const { rows: found } = await sql<{ id: string; title: string }>`
        select id, title from ${sql.table(table)} as ${sql.id(alias)}
        where id = any(${ids}::uuid[]) and ${readable(seenBy, alias)}`.execute(rows);
      return found;
    });
  };
  return async (noun, id) => {
    const loader = loaders.get(noun) ?? loaderOf(noun);
    loaders.set(noun, loader);
    return (await loader.load(id))?.title ?? null;
  };
}
