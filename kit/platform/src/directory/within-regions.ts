import { type Expression, type SqlBool, sql } from "kysely";
import { type Condition, condition, nothing } from "../conditions/condition.ts";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import type { RegionLevels } from "./region-levels.ts";
import type { PlaceColumn } from "./within-region.ts";

/**
 * Conditions that a record is in one of several regions or anywhere below it: one for each region, and no record
 * meets two of them, also where one region lies in another. Of a region that was merged, it is the one that it has
 * become a part of. The index on that element of the path serves each.
 *
 * @returns a condition that matches nothing if there is no such region.
 */
export async function withinRegions(
  levels: Pick<RegionLevels, "of">,
  codes: readonly string[],
  place: PlaceColumn,
): Promise<readonly Condition[]> {
  const byPosition = new Map<number, Set<string>>();
  for (const region of await Promise.all(codes.map((code) => levels.of(code)))) {
    if (region === undefined) continue;
    const position = LEVEL_POSITION[region.level];
    // Several may have become parts of one.
    byPosition.set(position, (byPosition.get(position) ?? new Set()).add(region.code));
  }
  const positions = [...byPosition]
    .toSorted(([one], [other]) => one - other)
    .map(([position, here]) => [position, [...here]] as const);
  const each = positions.flatMap(([position, here], at) =>
    here.map((code) => inOne({ position, code, wider: positions.slice(0, at), place })),
  );
  return each.length > 0 ? each : [nothing];
}

/** One of the regions, without what is in a wider one of them. */
interface OneRegion {
  readonly position: number;
  readonly code: string;
  /** The wider ones by their position. */
  readonly wider: readonly (readonly [number, readonly string[]])[];
  readonly place: PlaceColumn;
}

function inOne({ position, code, wider, place }: OneRegion): Condition {
  const form = `place ${position} outside ${wider.map(([at]) => at).join()}`;
  const others = wider.map(([, codes]) => codes);
  return condition<[string, ...(readonly string[])[]]>(
    form,
    [code, ...others],
    (value, ...given) => {
      const outside = given.map((codes, at): Expression<SqlBool> => {
        const element = place(wider[at]?.[0] ?? 0);
        return sql<SqlBool>`(${element} is null or ${element} <> all(${codes}::text[]))`;
      });
      return sql<SqlBool>`${sql.join([sql`${place(position)} = ${value}`, ...outside], sql` and `)}`;
    },
  );
}
