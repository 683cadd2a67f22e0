// The limit: the measured operation by hand. The same two fetches, one after the other, and the merged
// answer; no GraphQL, nothing is checked, planned or cached.
import { Pool } from "undici";
import { serveJson } from "../serve-json.ts";
import { type Resource, type Unit, answerOf } from "./merge.ts";

/** As many as the load has requests in flight. */
const CONNECTIONS = 64;

const HEADERS = { "content-type": "application/json" };
const PAGE =
  "query($first:Int!,$after:String){resources(first:$first,after:$after){id title kind capacity unit audience state provider{__typename id}}}";
const UNITS =
  "query($representations:[_Any!]!){_entities(representations:$representations){...on Organization{name kind parent{id name kind}}}}";

const resources = connect("RESOURCES_URL");
const organizations = connect("ORGANIZATIONS_URL");

serveJson(async (body) => {
  const { variables } = JSON.parse(body) as { variables: object };
  const page = (await resources(PAGE, variables)) as { resources: readonly Resource[] };
  const representations = page.resources.map(({ provider }) => provider);
  const found = (await organizations(UNITS, { representations })) as { _entities: readonly Unit[] };
  return answerOf(page.resources, found._entities);
});

/** @returns a function that asks the subgraph at the address of a variable, and gives its `data`. */
function connect(variable: string): (query: string, variables: object) => Promise<unknown> {
  const { origin, pathname: path } = new URL(process.env[variable] ?? "");
  const pool = new Pool(origin, { connections: CONNECTIONS });
  return (query, variables) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const body = JSON.stringify({ query, variables });
    const chunks: Buffer[] = [];
    // What undici's `request` builds on this (a stream of the body) costs more than the fetch itself.
    pool.dispatch(
      { path, method: "POST", headers: HEADERS, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: () => undefined,
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve((JSON.parse(text) as { data: unknown }).data);
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
    return promise;
  };
}
