import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { ResourcesTables } from "../../database.ts";
import { readable } from "./collection-round.policy.ts";

/** A collection round as lists and loaders give it. */
export type CollectionRoundRow = ResourcesTables["collectionRound"];

/** Reads of collection rounds; only what the viewer may see is ever fetched. */
export interface CollectionRoundLoaders {
  readonly byId: DataLoader<string, CollectionRoundRow | null>;
  readonly ofCommittee: NestedPages<CollectionRoundRow>;
}

/** Loaders of one call. */
export function createCollectionRoundLoaders(
  context: BaseContext<ResourcesTables>,
): CollectionRoundLoaders {
  const { rows, viewer } = context;
  const visible = () =>
    rows.selectFrom("collectionRound").selectAll("collectionRound").where(readable(viewer));
  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("collectionRound.id", ids, "uuid"))
        .execute(),
    ),
    ofCommittee: nestedPages<ResourcesTables, "collectionRound", CollectionRoundRow>({
      rows,
      list: {
        name: "committee.collectionRounds",
        query: visible(),
        ...newestFirst<CollectionRoundRow>(sql.ref("collectionRound.id")),
      },
      parent: sql.ref("collectionRound.committeeId"),
      parentType: "uuid",
    }),
  };
}
