// The ceiling: SharedResources as somebody would write it by hand who needs nothing else. Three
// named prepared statements, no GraphQL; the JSON is the hub's, letter for letter.
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import pg from "pg";
import { type PathPosition, PLACES, count, neighbours, page } from "./handwritten-statements.ts";

/** As many connections as the hub has for this query: ten of `resources`, ten of `organizations`. */
const POOL_SIZE = 20;

type Row = readonly (string | number | null)[];
interface Wish {
  readonly filter: { readonly regionCode: string; readonly kinds?: readonly string[] };
  readonly first: number;
  readonly after: string | null;
}

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: POOL_SIZE });
const places = new Map(
  (await pool.query<[string, PathPosition]>({ text: PLACES, rowMode: "array" })).rows,
);
createServer(serve).listen(Number(process.env["PORT"]), "127.0.0.1");

function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (request.method !== "POST") {
      response.end();
      return;
    }
    answer(Buffer.concat(chunks).toString("utf8")).then(
      (text) => send(response, 200, text),
      (error: unknown) => send(response, 500, String(error)),
    );
  });
}

function send(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}

async function answer(body: string): Promise<string> {
  const { filter, first, after } = (JSON.parse(body) as { variables: Wish }).variables;
  const position = places.get(filter.regionCode);
  if (position === undefined) throw new Error(`There is no place ${filter.regionCode}`);
  const asked = { code: filter.regionCode, position, kinds: filter.kinds };
  const [found, counted] = await Promise.all([
    pool.query<Row>(page(asked, first, after === null ? null : idOf(after))),
    pool.query<[number]>(count(asked)),
  ]);
  const rows = found.rows.slice(0, first);
  const unique = (column: number) => [...new Set(rows.map((row) => row[column]))] as string[];
  const known = await pool.query<Row>(neighbours(unique(7), unique(8)));
  const byId = new Map(known.rows.map((row) => [row[0], row]));
  const last = rows.at(-1);
  return JSON.stringify({
    data: {
      resources: {
        totalCount: counted.rows[0]?.[0],
        pageInfo: {
          hasNextPage: found.rows.length > first,
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
