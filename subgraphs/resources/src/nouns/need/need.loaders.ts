import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { Directory } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import { readable as readableRound } from "../collection-round/collection-round.policy.ts";
import type { ResourcesTables } from "../../database.ts";
import type { NeedFilter } from "./need.input.ts";
import { readable } from "./need.policy.ts";

/** Columns that are read: all but those that only search uses. */
const COLUMNS = [
  "need.id",
  "need.version",
  "need.createdAt",
  "need.updatedAt",
  "need.title",
  "need.kind",
  "need.organizationId",
  "need.committeeId",
  "need.audience",
  "need.quantity",
  "need.unit",
  "need.description",
  "need.neededBy",
  "need.collectionRoundId",
  "need.state",
  "need.publishedAt",
  "need.withdrawnAt",
  "need.withdrawReason",
  "need.regionCode",
  "need.regionPath",
  "need.allianceCode",
] as const;

/** A need as lists and loaders give it. */
export type NeedRow = Omit<ResourcesTables["need"], "searchKey" | "searchGrams">;

type NeedList = List<ResourcesTables, "need", NeedRow>;

/** Reads of needs; only what the viewer may see is ever fetched. */
export interface NeedLoaders {
  readonly byId: DataLoader<string, NeedRow | null>;
  list(filter: NeedFilter): Promise<NeedList>;
  /** What units ask for, by the unit's id; published ones. */
  readonly ofOrganization: NestedPages<NeedRow>;
  /** What was put to committees, by the committee's id; published ones. */
  readonly ofCommittee: NestedPages<NeedRow>;
}

/** Loaders of one call. */
export function createNeedLoaders(
  context: BaseContext<ResourcesTables> & { readonly directory: Directory },
): NeedLoaders {
  const { rows, viewer } = context;
  const visible = () => rows.selectFrom("need").select(COLUMNS).where(readable(viewer));
  const order = newestFirst<NeedRow>(sql.ref("need.id"));

  const below = (
    name: string,
    parentColumn: "organizationId" | "committeeId",
  ): NestedPages<NeedRow> => {
    const list: NeedList = {
      name,
      query: visible().where("need.state", "=", "PUBLISHED"),
      ...order,
    };
    return nestedPages({ rows, list, parent: sql.ref(`need.${parentColumn}`), parentType: "uuid" });
  };

  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("need.id", ids, "uuid"))
        .execute(),
    ),
    ofOrganization: below("organization.needs", "organizationId"),
    ofCommittee: below("committee.needs", "committeeId"),
    list: async (filter) => {
      let query = visible().where(oneOf("need.state", filter.states ?? ["PUBLISHED"]));
      if (filter.text != null) query = query.where(textCondition("need", filter.text));
      if (filter.kinds) query = query.where(oneOf("need.kind", filter.kinds));
      if (filter.committeeId != null)
        query = query.where(isRecord("need.committeeId", filter.committeeId));
      if (filter.organizationId != null)
        query = query.where(isRecord("need.organizationId", filter.organizationId));
      if (filter.collectionRoundId != null) {
        // Who may not see the round learns nothing of it by asking which needs answer it either.
        query = query
          .where(isRecord("need.collectionRoundId", filter.collectionRoundId))
          .where(
            sql<SqlBool>`exists (select from collection_round where collection_round.id = need.collection_round_id and ${readableRound(viewer)})`,
          );
      }
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(
            context.database.regionLevels,
            filter.regionCode,
            elementOf("need.regionPath"),
          ),
        );
      }
      return { name: "needs", query, ...order };
    },
  };
}
