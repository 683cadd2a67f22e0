import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { List, OrderColumn } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import { type RawBuilder, sql } from "kysely";
import type { RegistrationTables } from "../registration/registration.loaders.ts";
import type { BalanceOrder, RegistrationBalanceFilter } from "./registration-balance.input.ts";

/** A place with the registrations in force there. */
export interface BalanceRow {
  readonly code: string;
  readonly units: number;
  readonly headcount: number;
}

/** What the balance needs of a call. */
export interface RegistrationBalanceContext extends BaseContext<RegistrationTables> {
  readonly registrationBalances: ReturnType<typeof createRegistrationBalanceLoaders>;
}

const UNITS: OrderColumn<BalanceRow> = {
  column: sql.ref("balance.units"),
  type: "integer",
  value: ({ units }) => String(units),
};
const MEMBERS: OrderColumn<BalanceRow> = {
  column: sql.ref("balance.headcount"),
  type: "integer",
  value: ({ headcount }) => String(headcount),
};
const CODE: OrderColumn<BalanceRow> = {
  column: sql.ref("balance.code"),
  type: "text",
  value: ({ code }) => code,
};

const ORDERS: Readonly<
  Record<BalanceOrder, Pick<List<DirectoryTables, never, BalanceRow>, "order" | "direction">>
> = {
  FEWEST_UNITS: { order: [UNITS, MEMBERS, CODE], direction: "asc" },
  FEWEST_MEMBERS: { order: [MEMBERS, UNITS, CODE], direction: "asc" },
  MOST_UNITS: { order: [UNITS, MEMBERS, CODE], direction: "desc" },
  MOST_MEMBERS: { order: [MEMBERS, UNITS, CODE], direction: "desc" },
};

/** Loaders of one call. */
export function createRegistrationBalanceLoaders({
  rows,
  database,
}: BaseContext<RegistrationTables>) {
  return {
    /** All places of a level within a region, those without any registration too; nothing for an unknown region. */
    list: async ({ regionCode, per }: RegistrationBalanceFilter, orderBy: BalanceOrder) => {
      const region = await database.regionLevels.of(regionCode);
      const counted = countedPlaces(per ?? "COMMUNITY", {
        code: region?.code ?? regionCode,
        position: region === undefined ? null : LEVEL_POSITION[region.level],
      });
      const name = `registrationBalance ${orderBy}`;
      const query = rows.selectFrom(counted.as("balance")).selectAll("balance");
      return { name, query, ...ORDERS[orderBy] };
    },
  };
}

function countedPlaces(
  per: "COMMUNITY" | "STREET",
  { code, position }: { readonly code: string; readonly position: number | null },
): RawBuilder<BalanceRow> {
  const within = (path: string) =>
    position === null ? sql`false` : sql`(${sql.ref(path)})[${sql.lit(position)}] = ${code}`;
  return sql<BalanceRow>`(
    select region.code, coalesce(served.units, 0) as units, coalesce(served.headcount, 0) as headcount
    from directory.region left join (
      select region_path[${sql.lit(LEVEL_POSITION[per])}] as code,
        count(distinct organization_id)::integer as units,
        least(sum(headcount), 2147483647)::integer as headcount
      from registration where state = 'ACCEPTED' and ${within("registration.regionPath")} group by 1
    ) as served on served.code = region.code
    where region.level = ${per} and ${within("region.path")}
  )`;
}
