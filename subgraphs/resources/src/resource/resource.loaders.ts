import { anyOf } from "@alliance-hub/kit/database/any-of";
import { isRecord, oneOf } from "@alliance-hub/kit/database/one-of";
import { textCondition } from "@alliance-hub/kit/database/text-condition";
import { withinRegion } from "@alliance-hub/kit/database/within-region";
import { type List, newestFirst } from "@alliance-hub/kit/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/kit/pagination/nested-pages";
import { requireRange } from "@alliance-hub/kit/scalars/time-range";
import { byId } from "@alliance-hub/kit/subgraph/loader";
import type { BaseContext } from "@alliance-hub/kit/subgraph/context";
import type { Directory } from "@alliance-hub/kit/database/directory";
import type DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { ResourcesTables } from "../database.ts";
import { freeThroughout } from "../free-slot/free-slot.loaders.ts";
import type { ResourceFilter } from "./resource.input.ts";
import { readable } from "./resource.policy.ts";

/** Columns that are read: all but those that only search uses. */
const COLUMNS = [
  "resource.id",
  "resource.version",
  "resource.createdAt",
  "resource.updatedAt",
  "resource.title",
  "resource.kind",
  "resource.venueKind",
  "resource.functionAreas",
  "resource.demonstration",
  "resource.providerId",
  "resource.committeeId",
  "resource.audience",
  "resource.capacity",
  "resource.unit",
  "resource.description",
  "resource.approval",
  "resource.state",
  "resource.publishedAt",
  "resource.withdrawnAt",
  "resource.withdrawReason",
  "resource.regionCode",
  "resource.regionPath",
  "resource.allianceCode",
] as const;

/** A resource as lists and loaders give it. */
export type ResourceRow = Omit<ResourcesTables["resource"], "searchKey" | "searchGrams">;

type ResourceList = List<ResourcesTables, "resource", ResourceRow>;

/** Reads of resources; only what the viewer may see is ever fetched. */
export interface ResourceLoaders {
  readonly byId: DataLoader<string, ResourceRow | null>;
  list(filter: ResourceFilter): Promise<ResourceList>;
  /** What units offer, by the unit's id; published ones. */
  readonly ofProvider: NestedPages<ResourceRow>;
  /** What is on committees' lists, by the committee's id; published ones. */
  readonly ofCommittee: NestedPages<ResourceRow>;
}

/** Loaders of one call. */
export function createResourceLoaders(
  context: BaseContext<ResourcesTables> & { readonly directory: Directory },
): ResourceLoaders {
  const { rows, viewer } = context;
  const visible = () => rows.selectFrom("resource").select(COLUMNS).where(readable(viewer));
  const order = newestFirst<ResourceRow>(sql.ref("resource.id"));

  const below = (
    name: string,
    parentColumn: "providerId" | "committeeId",
  ): NestedPages<ResourceRow> => {
    const list: ResourceList = {
      name,
      query: visible().where("resource.state", "=", "PUBLISHED"),
      ...order,
    };
    return nestedPages({
      rows,
      list,
      parent: sql.ref(`resource.${parentColumn}`),
      parentType: "uuid",
    });
  };

  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("resource.id", ids, "uuid"))
        .execute(),
    ),
    ofProvider: below("organization.resources", "providerId"),
    ofCommittee: below("committee.resources", "committeeId"),
    list: async (filter) => {
      let query = visible().where(oneOf("resource.state", filter.states ?? ["PUBLISHED"]));
      if (filter.text != null) query = query.where(textCondition("resource", filter.text));
      if (filter.kinds) query = query.where(oneOf("resource.kind", filter.kinds));
      if (filter.venueKinds) query = query.where(oneOf("resource.venueKind", filter.venueKinds));
      if (filter.committeeId != null)
        query = query.where(isRecord("resource.committeeId", filter.committeeId));
      if (filter.providerId != null)
        query = query.where(isRecord("resource.providerId", filter.providerId));
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(context.directory, filter.regionCode, "resource.regionPath"),
        );
      }
      if (filter.minCapacity != null) {
        query = query.where(sql<SqlBool>`coalesce(resource.capacity, 1) >= ${filter.minCapacity}`);
      }
      if (filter.freeDuring) {
        requireRange("filter.freeDuring", filter.freeDuring);
        query = query.where(freeThroughout(filter.freeDuring));
      }
      return { name: "resources", query, ...order };
    },
  };
}
