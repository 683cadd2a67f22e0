import { type Kysely, sql } from "kysely";
import { encodeCursor } from "./cursor.ts";
import { type List, keyset } from "./list.ts";
import { type PageArgs, pageSize } from "./page-args.ts";

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
    return this.#count();
  }
}

/** The cursor that points at a row of a list. */
export function cursorFor<DB, TB extends keyof DB, Row>(list: List<DB, TB, Row>, row: Row): string {
  return encodeCursor(
    list.name,
    list.order.map((column) => column.value(row)),
  );
}

/** Reads one page: one statement, and one more if the total is asked for. */
export async function fetchPage<DB, TB extends keyof DB, Row>(
  rows: Kysely<DB>,
  list: List<DB, TB, Row>,
  args: PageArgs,
): Promise<Page<Row>> {
  const size = pageSize(args);
  const found = await keyset(list, size, args.after).execute();
  return new Page<Row>(
    { rows: found, size, after: args.after },
    (row) => cursorFor(list, row),
    async () => {
      const counted = await sql<{
        total: number;
      }>`select count(*) as total from (${list.query.clearSelect().select(sql`1`.as("one"))}) as listed`.execute(
        rows,
      );
      return counted.rows[0]?.total ?? 0;
    },
  );
}
