import type { EntitySchema } from "@mikro-orm/core";
import type DataLoader from "dataloader";
import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { isRecord } from "../database/one-of.ts";
import { isOrganization } from "../directory/current-organization.ts";
import { anyOf } from "../keys/any-of.ts";
import { type PlaceColumn, elementOf, withinRegion } from "../directory/within-region.ts";
import { type List, newestFirst } from "../pagination/list.ts";
import { type NestedPages, nestedPages } from "../pagination/nested-pages.ts";
import type { BaseContext } from "../subgraph/context.ts";
import { Condition, anyMet } from "../conditions/condition.ts";
import { readKnownById } from "../pagination/known-list.ts";
import { byId } from "../keys/loader.ts";

/** A condition of a list; undefined if the filter does not ask for it. */
export type Wanted = Expression<SqlBool> | undefined;

/** The table that a noun's records are read from. */
export interface RecordSource<Table extends string> {
  readonly table: Table;
  /** The record, whose columns are read but for those that only search uses. Default: `columns`. */
  readonly entity?: EntitySchema;
  /** Columns that are read, such as `resource.title`. Default: all. */
  readonly columns?: readonly string[];
  /** The condition for what the viewer may see. Default: everything. */
  readonly readable?: Expression<SqlBool>;
  /** Where the table keeps the place of its records. Default: the elements of `region_path`. */
  readonly place?: PlaceColumn;
}

type Order<DB, Table extends keyof DB, Row> = Pick<List<DB, Table, Row>, "order" | "direction">;

/** The filters that most lists have. */
export interface UsualFilter {
  readonly regionCode?: string | null;
  readonly organizationId?: string | null;
  readonly committeeId?: string | null;
}

/** Reads a noun's records. It never fetches what the viewer may not see. */
export interface RecordReads<DB, Table extends keyof DB & string, Row> {
  /** All records that the viewer may see, neither sorted nor paged. */
  readonly all: SelectQueryBuilder<DB, Table, Row>;
  readonly byId: DataLoader<string, Row | null>;
  /** The condition that a record is in a place or below it; undefined if the filter names no place. */
  within(regionCode: string | null | undefined): Promise<Wanted>;
  /**
   * A list, with the name that its cursors contain. By default the newest comes first. `parts` divide it, as
   * `ListSource.parts` says.
   */
  list(
    name: string,
    where: readonly (Wanted | Promise<Wanted>)[],
    order?: Order<DB, Table, Row>,
    parts?: readonly Condition[],
  ): Promise<List<DB, Table, Row>>;
  /** What the usual filters of a list ask for: the place and the owner of its records. */
  usual(filter: UsualFilter): (Wanted | Promise<Wanted>)[];
  /**
   * The same list below many parents, such as the teams of each organisation of a page.
   *
   * @param parent column with the parent's id.
   */
  below(
    name: string,
    parent: keyof Row & string,
    how?: { readonly where?: readonly Wanted[]; readonly order?: Order<DB, Table, Row> },
  ): NestedPages<Row>;
}

/** The reads of one call. */
export function recordReads<
  DB,
  Table extends keyof DB & string,
  Row extends { id: string } = Omit<DB[Table], `search${string}`> & { id: string },
>(
  { rows, database }: Pick<BaseContext<DB>, "rows" | "database">,
  source: RecordSource<Table>,
): RecordReads<DB, Table, Row> {
  const { table, entity, readable, place = elementOf(`${table}.regionPath`) } = source;
  const columns = entity ? readColumns(table, entity) : source.columns;
  // Built only if a list has a condition without a form.
  const all = (): SelectQueryBuilder<DB, Table, Row> => {
    const from = (rows as unknown as Kysely<SomeTables>).selectFrom<string>(table); // a table that is given by name
    const selected = columns ? from.select(columns) : from.selectAll(table);
    const visible: unknown = readable ? selected.where(readable) : selected;
    return visible as SelectQueryBuilder<DB, Table, Row>;
  };
  const id = `${table}.id`;
  const listOf = (
    name: string,
    where: readonly Wanted[],
    order: Order<DB, Table, Row>,
    parts?: readonly Condition[],
  ): List<DB, Table, Row> => {
    const forms = known([readable, ...where]);
    return {
      name,
      ...order,
      ...(forms ? { source: { table, columns, where: forms, ...(parts ? { parts } : {}) } } : {}),
      get query() {
        const wanted = parts ? [...where, anyMet(...parts)] : where;
        return wanted.reduce(limited<DB, Table, Row>, all());
      },
    };
  };
  const newest = newestFirst<Row>(sql.ref(id)) as Order<DB, Table, Row>;
  const within = async (code: string | null | undefined): Promise<Wanted> =>
    code == null ? undefined : await withinRegion(database.regionLevels, code, place);
  return {
    get all() {
      return all();
    },
    byId: byId((ids) => {
      const where = known([readable]);
      return where
        ? readKnownById<Row>(database, { table, columns, where }, ids)
        : (all()
            .where(anyOf(id, ids, "uuid"))
            .execute() as Promise<Row[]>);
    }),
    within,
    usual: ({ regionCode, organizationId, committeeId }) => [
      within(regionCode),
      isOrganization(`${table}.organizationId`, organizationId),
      isRecord(`${table}.committeeId`, committeeId),
    ],
    list: async (name, where, order = newest, parts) => {
      const wanted: Wanted[] = [];
      for (const one of where) wanted.push(await one);
      return listOf(name, wanted, order, parts);
    },
    below: (name, parent, { where = [], order = newest } = {}) =>
      nestedPages<DB, Table, Row>({
        rows,
        database,
        list: listOf(name, where, order),
        parent: sql.ref(`${table}.${parent}`),
        parentType: "uuid",
      }),
  };
}

/** The given conditions; undefined if one of them has no form. */
function known(wanted: readonly Wanted[]): readonly Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const one of wanted) {
    if (one === undefined) continue;
    if (!(one instanceof Condition)) return undefined;
    conditions.push(one);
  }
  return conditions;
}

const columnsRead = new WeakMap<EntitySchema, readonly string[]>();

/** The columns of a record that are no lazy ones; found out once. */
function readColumns(table: string, entity: EntitySchema): readonly string[] {
  let columns = columnsRead.get(entity);
  if (!columns) {
    const properties = Object.entries(entity.meta.properties);
    columns = properties.flatMap(([name, { lazy }]) => (lazy ? [] : [`${table}.${name}`]));
    columnsRead.set(entity, columns);
  }
  return columns;
}

/** Any tables; the callers' types know which ones. */
type SomeTables = Record<string, Record<string, unknown>>;

function limited<DB, Table extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Table, Row>,
  condition: Wanted,
): SelectQueryBuilder<DB, Table, Row> {
  return condition ? query.where(condition) : query;
}
