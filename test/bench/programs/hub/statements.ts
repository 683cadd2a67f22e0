import type { QueryArrayConfig } from "pg";

/** Elements of the path that pages are asked by, `place4` and `place5`: street, community. */
export type PathPosition = 4 | 5;

/** What a page is filtered by. */
export interface PageFilter {
  readonly code: string;
  readonly position: PathPosition;
  /** Undefined for all kinds. */
  readonly kinds: readonly string[] | undefined;
}

/** Behind this id no row of a first page is left out. */
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** The hub's condition for a viewer without a token. */
const where = ({ position, kinds }: PageFilter): string =>
  `state = 'PUBLISHED' and audience = 'PUBLIC' and place${position} = $1` +
  (kinds ? " and kind = any($2::text[])" : "");
const name = (statement: string, { position, kinds }: PageFilter): string =>
  `${statement} ${position}${kinds ? " of kinds" : ""}`;
const given = ({ code, kinds }: PageFilter): unknown[] => (kinds ? [code, kinds] : [code]);

/** One row more than the page has, newest first, behind an id. */
export function page(filter: PageFilter, size: number, after: string | null): QueryArrayConfig {
  const values = given(filter);
  return {
    name: name("page", filter),
    text: `select id, title, kind, capacity, unit, audience, state, provider_id, committee_id
      from resources.resource where ${where(filter)} and id < $${values.length + 1}::uuid
      order by id desc limit $${values.length + 2}`,
    values: [...values, after ?? LAST_ID, size + 1],
    rowMode: "array",
  };
}

/** How many rows there are in all. */
export function count(filter: PageFilter): QueryArrayConfig {
  return {
    name: name("count", filter),
    text: `select count(*)::int from resources.resource where ${where(filter)}`,
    values: given(filter),
    rowMode: "array",
  };
}

/** Id, name, kind or level, and an organisation's region with its name. */
export function neighbours(
  organizationIds: readonly string[],
  committeeIds: readonly string[],
): QueryArrayConfig {
  return {
    name: "neighbours",
    // A look-up for each region: joined, PostgreSQL would read all of them.
    text: `select id, name, kind, region_code,
          (select region.name from organizations.region where region.code = region_code)
        from organizations.organization where id = any($1::uuid[])
      union all
      select id, name, level, null, null from organizations.committee where id = any($2::uuid[])`,
    values: [organizationIds, committeeIds],
    rowMode: "array",
  };
}

/** Places that pages are asked by, read once at the start: code and position. */
export const PLACES = `select code, case level when 'STREET' then 4 else 5 end
  from organizations.region where level in ('STREET', 'COMMUNITY')`;
