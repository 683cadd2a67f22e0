import { gathered } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { NEAR_LIMITS, type NearInput } from "./near.input.ts";

/** Metres of a degree of latitude, a little less than anywhere on earth. */
const DEGREE_METRES = 110_000;

/**
 * The point of a search, checked; undefined if it is for none.
 *
 * @throws HubError `BAD_USER_INPUT`, also if the order is by distance and no point is given.
 */
export function pointOf(
  near: NearInput | null | undefined,
  orderBy: string | null | undefined,
): NearInput | undefined {
  if (near)
    return gathered({
      longitude: () => NEAR_LIMITS.longitude.check("filter.near.longitude", near.longitude),
      latitude: () => NEAR_LIMITS.latitude.check("filter.near.latitude", near.latitude),
      metres: () => NEAR_LIMITS.metres.check("filter.near.metres", near.metres),
    });
  if (orderBy !== "DISTANCE") return undefined;
  throw badInput("filter.near", {
    zh: "按距离排序须写明以何处为准。请在筛选条件中填写 near。",
    en: `The order DISTANCE needs a point. Give "near" in the filter.`,
  });
}

/** How far a row of `resource` is from a point, in whole metres; null where its position is not known. */
function distance({ longitude, latitude }: NearInput): RawBuilder<number> {
  return sql<number>`(select round(metres_between(${longitude}, ${latitude}, venue.longitude, venue.latitude))::integer
    from venue where venue.resource_id = resource.id)`;
}

/** Condition that a row of `resource` is near a point. A box around it is what the index finds. */
export function isWithin({ longitude, latitude, metres }: NearInput): Expression<SqlBool> {
  const degrees = metres / DEGREE_METRES;
  const across =
    degrees /
    Math.max(0.01, Math.cos((Math.min(89, Math.abs(latitude) + degrees) * Math.PI) / 180));
  return sql<SqlBool>`resource.id in (
    select venue.resource_id from venue
    where venue.latitude between ${latitude - degrees} and ${latitude + degrees}
      and venue.longitude between ${longitude - across} and ${longitude + across}
      and metres_between(${longitude}, ${latitude}, venue.longitude, venue.latitude) <= ${metres})`;
}

/** The list with the distance of each record, by which it can be ordered. */
export async function withDistance<DB, Table extends keyof DB, Row extends { readonly id: string }>(
  listed: Promise<List<DB, Table, Row>>,
  { point, isNearestFirst }: { readonly point: NearInput; readonly isNearestFirst: boolean },
): Promise<List<DB, Table, Row>> {
  const { name, query, order, direction } = await listed;
  const metres = distance(point);
  const measured = query.select(metres.as("distanceMetres")) as unknown as typeof query; // one column more
  if (!isNearestFirst) return { name, order, direction, query: measured };
  return {
    name: `${name} by distance`,
    query: measured,
    direction: "asc",
    order: [
      {
        column: metres,
        type: "integer",
        value: (row) => String(Reflect.get(row, "distanceMetres")),
      },
      { column: sql.ref("resource.id"), type: "uuid", value: ({ id }) => id },
    ],
  };
}
