import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { requireBookableTime } from "@alliance-hub/platform/bookable/bookable-time";
import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { placeOf } from "@alliance-hub/platform/directory/within-region";
import { gathered } from "@alliance-hub/platform/errors/faults";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import { freeThroughout } from "../../mechanisms/free-time/free-throughout.ts";
import { isWithin, pointOf, withDistance } from "../../mechanisms/near/near.ts";
import { RESOURCE_COLUMNS, type Resource } from "./resource.entity.ts";
import type { ResourceFilter } from "./resource.input.ts";
import { readable } from "./resource.policy.ts";

/** Columns that a selection needs. */
export const resourceColumns = tableColumns({
  type: "Resource",
  table: "resource",
  columns: RESOURCE_COLUMNS,
  always: ["id"],
  needs: {
    provider: ["providerId"],
    committee: ["committeeId"],
    bookings: [],
    free: ["kind", "state", "capacity", "bufferMinutes", "hasRules"],
    venue: [],
    openingHours: [],
    closures: ["hasRules"],
    bookingRules: ["approval", "bufferMinutes"],
    distanceMetres: [],
  },
});

type ResourceColumns = typeof resourceColumns.all;

/** A resource as lists and loaders give it. */
export type ResourceRow = ReadRow<Resource>;

/** The tables that resources are read from. */
export interface ResourceTables extends TablesWith<"resource", Resource> {}

/** What resources need of a call. */
export interface ResourceContext
  extends ContextWith<"resources", typeof createResourceLoaders>, WithDirectory {}

/** Loaders of one call. */
export function createResourceLoaders(context: BaseContext<ResourceTables>) {
  const visible = forViewer("resource", context.viewer, readable);
  const reads = byColumns((columns: ResourceColumns) =>
    recordReads<ResourceTables, "resource", ResourceRow>(context, {
      table: "resource",
      columns: columns.names,
      readable: visible,
      place: placeOf("resource"),
    }),
  );
  const published = { where: [oneOf("resource.state", ["PUBLISHED"])] };
  const below = (name: string, parent: "providerId" | "committeeId") =>
    byColumns((columns: ResourceColumns) => reads(columns).below(name, parent, published));

  return {
    get byId() {
      return reads(resourceColumns.all).byId;
    },
    /** The same with only some columns. */
    with: (columns: ResourceColumns) => reads(columns).byId,
    /** Published resources of units. */
    ofProvider: below("organization.resources", "providerId"),
    /** Published resources on the lists of committees. */
    ofCommittee: below("committee.resources", "committeeId"),
    list: (filter: ResourceFilter, columns: ResourceColumns, orderBy?: string | null) => {
      const { minCapacity, freeDuring, near } = filter;
      const now = context.clock();
      const { point } = gathered({
        time: () => freeDuring && requireBookableTime("filter.freeDuring", freeDuring, now),
        point: () => pointOf(near, orderBy),
      });
      const resources = reads(columns);
      const found = resources.list("resources", [
        oneOf("resource.state", filter.states ?? ["PUBLISHED"]),
        textCondition("resource", filter.text),
        oneOf("resource.kind", filter.kinds),
        oneOf("resource.venueKind", filter.venueKinds),
        isRecord("resource.committeeId", filter.committeeId),
        isOrganization("resource.providerId", filter.providerId),
        resources.within(filter.regionCode),
        minCapacity == null ? undefined : hasCapacity(minCapacity),
        freeDuring ? freeThroughout(freeDuring, now) : undefined,
        point ? isWithin(point) : undefined,
      ]);
      return point ? withDistance(found, { point, isNearestFirst: orderBy === "DISTANCE" }) : found;
    },
  };
}

function hasCapacity(least: number): Condition {
  return condition(
    "capacity",
    [least],
    (value) => sql<SqlBool>`coalesce(
      (select venue.seats from venue where venue.resource_id = resource.id), resource.capacity, 1) >= ${value}`,
  );
}
