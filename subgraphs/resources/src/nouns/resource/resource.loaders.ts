import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { placeOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { requireRange } from "@alliance-hub/platform/scalars/time-range";
import { byId } from "@alliance-hub/platform/keys/loader";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { ResourcesTables } from "../../database.ts";
import { freeThroughout } from "../../mechanisms/free-time/free-slot.loaders.ts";
import type { ResourceFilter } from "./resource.input.ts";
import { readable } from "./resource.policy.ts";

/** Columns that are read: all but those that only search uses. */
export const resourceColumns = tableColumns({
  type: "Resource",
  table: "resource",
  columns: [
    "id",
    "version",
    "createdAt",
    "updatedAt",
    "title",
    "kind",
    "venueKind",
    "functionAreas",
    "demonstration",
    "providerId",
    "committeeId",
    "audience",
    "capacity",
    "unit",
    "description",
    "approval",
    "state",
    "publishedAt",
    "withdrawnAt",
    "withdrawReason",
    "regionCode",
    "regionPath",
    "allianceCode",
  ],
  always: ["id"],
  needs: {
    provider: ["providerId"],
    committee: ["committeeId"],
    bookings: [],
    free: ["kind", "state", "capacity"],
  },
});

type ResourceColumns = typeof resourceColumns.all;

/** A resource as lists and loaders give it. */
export type ResourceRow = Omit<ResourcesTables["resource"], "searchKey" | "searchGrams">;

type ResourceList = List<ResourcesTables, "resource", ResourceRow>;

/** Reads of resources; only what the viewer may see is ever fetched. */
export interface ResourceLoaders {
  readonly byId: DataLoader<string, ResourceRow | null>;
  /** The same with some columns alone. */
  with(columns: ResourceColumns): DataLoader<string, ResourceRow | null>;
  list(filter: ResourceFilter, columns: ResourceColumns): Promise<ResourceList>;
  /** What units offer, by the unit's id; published ones. */
  ofProvider(columns: ResourceColumns): NestedPages<ResourceRow>;
  /** What is on committees' lists, by the committee's id; published ones. */
  ofCommittee(columns: ResourceColumns): NestedPages<ResourceRow>;
}

/** Loaders of one call. */
export function createResourceLoaders(context: BaseContext<ResourcesTables>): ResourceLoaders {
  const { rows, viewer } = context;
  const visible = (columns: ResourceColumns) =>
    rows.selectFrom("resource").select(columns.names).where(readable(viewer));
  const order = newestFirst<ResourceRow>(sql.ref("resource.id"));

  const below = (name: string, parentColumn: "providerId" | "committeeId") =>
    byColumns((columns: ResourceColumns): NestedPages<ResourceRow> => {
      const query = visible(columns).where("resource.state", "=", "PUBLISHED");
      const list: ResourceList = { name, query, ...order };
      return nestedPages({
        rows,
        list,
        parent: sql.ref(`resource.${parentColumn}`),
        parentType: "uuid",
      });
    });
  const loader = byColumns((columns: ResourceColumns) =>
    byId((ids) =>
      visible(columns)
        .where(anyOf("resource.id", ids, "uuid"))
        .execute(),
    ),
  );

  return {
    get byId() {
      return loader(resourceColumns.all);
    },
    with: loader,
    ofProvider: below("organization.resources", "providerId"),
    ofCommittee: below("committee.resources", "committeeId"),
    list: async (filter, columns) => {
      let query = visible(columns).where(oneOf("resource.state", filter.states ?? ["PUBLISHED"]));
      if (filter.text != null) query = query.where(textCondition("resource", filter.text));
      if (filter.kinds) query = query.where(oneOf("resource.kind", filter.kinds));
      if (filter.venueKinds) query = query.where(oneOf("resource.venueKind", filter.venueKinds));
      if (filter.committeeId != null)
        query = query.where(isRecord("resource.committeeId", filter.committeeId));
      if (filter.providerId != null)
        query = query.where(isRecord("resource.providerId", filter.providerId));
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(context.database.regionLevels, filter.regionCode, placeOf("resource")),
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
