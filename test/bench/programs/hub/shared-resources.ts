import type { QueryArrayConfig } from "pg";
import { type PathPosition, PLACES, count, neighbours, page } from "./statements.ts";

/** A row as PostgreSQL gave it, its columns in the order of the statement. */
export type Row = readonly (string | number | null)[];

/** Runs one statement. @returns its rows. */
export type Run = (statement: QueryArrayConfig) => Promise<readonly Row[]>;

interface Wish {
  readonly filter: { readonly regionCode: string; readonly kinds?: readonly string[] };
  readonly first: number;
  readonly after: string | null;
}

/**
 * SharedResources as somebody would write it by hand who needs nothing else: three named prepared
 * statements, no GraphQL; the JSON is the hub's, letter for letter.
 *
 * @returns a function from a request's body to the answer's.
 */
export async function createSharedResources(run: Run): Promise<(body: string) => Promise<string>> {
  const rows = (await run({ text: PLACES, rowMode: "array" })) as readonly Row[];
  const places = new Map(rows.map((row) => [String(row[0]), row[1] as PathPosition]));
  return async (body) => await answer(body, places, run);
}

async function answer(
  body: string,
  places: ReadonlyMap<string, PathPosition>,
  run: Run,
): Promise<string> {
  const { filter, first, after } = (JSON.parse(body) as { variables: Wish }).variables;
  const position = places.get(filter.regionCode);
  if (position === undefined) throw new Error(`There is no place ${filter.regionCode}`);
  const asked = { code: filter.regionCode, position, kinds: filter.kinds };
  const [found, counted] = await Promise.all([
    run(page(asked, first, after === null ? null : idOf(after))),
    run(count(asked)),
  ]);
  const rows = found.slice(0, first);
  const unique = (column: number) => [...new Set(rows.map((row) => row[column]))] as string[];
  const known = await run(neighbours(unique(7), unique(8)));
  const byId = new Map(known.map((row) => [row[0], row]));
  const last = rows.at(-1);
  return JSON.stringify({
    data: {
      resources: {
        totalCount: counted[0]?.[0],
        pageInfo: {
          hasNextPage: found.length > first,
          endCursor: last ? cursorOf(String(last[0])) : null,
        },
        nodes: rows.map((row) => node(row, byId)),
      },
    },
  });
}

function node(row: Row, byId: ReadonlyMap<Row[number] | undefined, Row>): object {
  const [id, title, kind, capacity, unit, audience, state, providerId, committeeId] = row;
  const provider = byId.get(providerId);
  const committee = byId.get(committeeId);
  return {
    id,
    title,
    kind,
    capacity,
    unit,
    audience,
    state,
    provider: provider && {
      id: provider[0],
      name: provider[1],
      kind: provider[2],
      region: { code: provider[3], name: provider[4] },
    },
    committee: committee ? { id: committee[0], name: committee[1], level: committee[2] } : null,
  };
}

/** The hub's cursors: the list's name and the row's id. */
function cursorOf(id: string): string {
  return Buffer.from(JSON.stringify(["resources", id])).toString("base64url");
}

function idOf(cursor: string): string {
  return (JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as [string, string])[1];
}
