import { type Kysely, sql } from "kysely";
import { encodeCursor } from "./cursor.ts";
import { type List, keyset } from "./list.ts";
import { type KnownList, type KnownPage, countKnown, readKnownPage } from "./known-list.ts";
import { isSearch, readSearchedPage } from "./searched-page.ts";
import type { FormSource } from "../database/form-reads.ts";
import { type PageArgs, pageSize } from "./page-args.ts";
import type { BaseContext } from "../subgraph/context.ts";

/**
 * One page of a list, in the shape of a Relay connection. `totalCount` is a getter: it is counted
 * only when the client selects it.
 */
export class Page<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly #cursorOf: (row: Row) => string;
  readonly #count: () => Promise<number>;
  #counted: Promise<number> | undefined;

  constructor(
    found: { rows: readonly Row[]; size: number; after: string | null | undefined },
    cursorOf: (row: Row) => string,
    count: () => Promise<number>,
  ) {
    this.nodes = found.rows.slice(0, found.size);
    this.#cursorOf = cursorOf;
    this.#count = count;
    const [first, last] = [this.nodes[0], this.nodes.at(-1)];
    this.pageInfo = {
      hasNextPage: found.rows.length > found.size,
      hasPreviousPage: found.after != null,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    };
  }

  get edges(): { cursor: string; node: Row }[] {
    return this.nodes.map((node) => ({ cursor: this.#cursorOf(node), node }));
  }

  get totalCount(): Promise<number> {
    return (this.#counted ??= this.#count());
  }
}

/** The cursor that points at a row of a list. */
export function cursorFor<DB, TB extends keyof DB, Row>(list: List<DB, TB, Row>, row: Row): string {
  return encodeCursor(
    list.name,
    list.order.map((column) => column.value(row)),
  );
}

/** The requested page. */
export interface PageRequest {
  readonly page: PageArgs;
  /** Whether the total is certain to be requested. Then it is counted while the page is read. Default: no. */
  readonly isCounted?: boolean;
}

/** Reads one page: one statement, and another one if the total is requested. */
export async function fetchPage<DB, TB extends keyof DB, Row extends object>(
  { rows, database }: Pick<BaseContext<DB>, "rows" | "database">,
  list: List<DB, TB, Row>,
  { page, isCounted }: PageRequest,
): Promise<Page<Row>> {
  const size = pageSize(page);
  const { after } = page;
  const { source, name, order, direction } = list;
  const count = (): Promise<number> =>
    source ? countKnown(database, { name, source }) : countBuilt(rows, list);
  const counted = isCounted ? count() : undefined;
  // If counting fails, whoever reads the total gets the error. If the page fails, nobody reads the total.
  counted?.catch(() => undefined);
  const found = source
    ? await readKnown<Row>(database, { name, source, order, direction }, { size, after })
    : await keyset(list, size, after).execute();
  return new Page<Row>(
    { rows: found, size, after },
    (row) => cursorFor(list, row),
    () => counted ?? count(),
  );
}

function readKnown<Row extends object>(
  database: FormSource,
  list: KnownList<Row>,
  page: KnownPage,
): Promise<readonly Row[]> {
  return isSearch(list.source)
    ? readSearchedPage<Row>(database, list, page)
    : readKnownPage<Row>(database, list, page);
}

async function countBuilt<DB, TB extends keyof DB, Row>(
  rows: Kysely<DB>,
  { query }: List<DB, TB, Row>,
): Promise<number> {
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from (${query.clearSelect().select(sql`1`.as("one"))}) as listed`.execute(
    rows,
  );
  return counted.rows[0]?.total ?? 0;
}
