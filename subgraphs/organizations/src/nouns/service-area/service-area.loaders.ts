import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { Row } from "@alliance-hub/platform/database/row";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { OrganizationContext } from "../organization/organization.loaders.ts";
import type { ServiceArea } from "./service-area.entity.ts";

/** A service area as lists and loaders give it. */
export type ServiceAreaRow = Row<ServiceArea>;

interface ServiceAreaTables extends TablesWith<"serviceArea", ServiceArea> {}

/** What service areas need of a call. */
export interface ServiceAreaContext
  extends
    ContextWith<"serviceAreas", typeof createServiceAreaLoaders>,
    Pick<OrganizationContext, "regions" | "organizations"> {}

/** Loaders of one call. */
export function createServiceAreaLoaders(context: BaseContext<ServiceAreaTables>) {
  const { rows, clock } = context;
  const areas = recordReads(context, { table: "serviceArea" });
  const where = (includeEnded: boolean) => (includeEnded ? [] : [notEndedOn(shanghaiDay(clock()))]);
  const ofUnits = (includeEnded: boolean) =>
    areas.below("organization.serviceAreas", "organizationId", { where: where(includeEnded) });
  const ofRegions = (includeEnded: boolean) => {
    const list: List<ServiceAreaTables, "serviceArea", ServiceAreaRow> = {
      name: "region.servedBy",
      query: where(includeEnded).reduce((query, one) => query.where(one), areas.all),
      ...newestFirst<ServiceAreaRow>(sql.ref("serviceArea.id")),
    };
    const parent = sql.ref("serviceArea.regionCode");
    return nestedPages({ rows, list, parent, parentType: "text" });
  };
  // Pages that are asked for together are read together.
  const [unit, unitAll] = [ofUnits(false), ofUnits(true)];
  const [region, regionAll] = [ofRegions(false), ofRegions(true)];
  return {
    byId: areas.byId,
    /** Those that have not ended, or all. */
    ofOrganization: (includeEnded: boolean) => (includeEnded ? unitAll : unit),
    ofRegion: (includeEnded: boolean) => (includeEnded ? regionAll : region),
  };
}

const notEndedOn = (today: string): Condition =>
  condition(
    "serviceArea not ended",
    [today],
    (day) => sql<SqlBool>`(service_area.ends_on is null or service_area.ends_on >= ${day}::date)`,
  );
