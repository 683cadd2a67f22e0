import type { Engine } from "@alliance-hub/gateway/engine/engine";
import { createHttpTransport } from "@alliance-hub/gateway/engine/transport/http/http";
import {
  type Behaviour,
  type TestServer,
  openTestServer,
} from "@alliance-hub/gateway/engine/transport/testing/http-server";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { serveSchema } from "../../support/federation/serve-schema.ts";
import type { SubgraphTable } from "../../support/federation/subgraph.ts";

/** Longest answer that is read here, in bytes. */
export const MOST_BYTES = 100_000;

const SOUND: readonly SubgraphTable[] = [
  {
    name: "catalogue",
    sdl: `
      type Query { items: [Item] }
      type Item @key(fields: "id") { id: ID!, name: String }
    `,
    root: { items: ["1", "2", "3"].map((id) => ({ id, name: `item ${id}` })) },
  },
  {
    name: "prices",
    sdl: `type Item @key(fields: "id") { id: ID!, price: Int }`,
    entities: { Item: ["1", "2", "3"].map((id) => ({ id, price: Number(id) * 10 })) },
  },
];

const FAULTY: SubgraphTable = {
  name: "stock",
  sdl: `
    type Query { depot: Depot, open: Boolean }
    type Depot { town: String, shelves: [Int], keeper: Keeper }
    type Keeper { name: String }
    type Item @key(fields: "id") { id: ID!, size: Int, parts: [Part], box: Box }
    type Part { label: String }
    type Box { code: String }
  `,
  root: { depot: { town: "Lin", shelves: [1, 2], keeper: { name: "Wu" } }, open: true },
  entities: {
    Item: ["1", "2", "3"].map((id) => ({
      id,
      size: Number(id),
      parts: [{ label: `part of ${id}` }],
      box: { code: `box ${id}` },
    })),
  },
};

/** Asks everything of everyone. */
export const QUERY = `{
  items { id name price size parts { label } box { code } }
  depot { town shelves keeper { name } }
  open
}`;

/** Three subgraphs on sockets behind an engine; the one called `stock` behaves as it is told. */
export interface FaultStage extends AsyncDisposable {
  readonly engine: Engine;
  readonly stock: TestServer;
}

/** What `stock` does when it is sound. */
export const sound: Behaviour = serveSchema(FAULTY);

/** Opens the stage; every subgraph is sound at first. */
export async function openFaultStage(): Promise<FaultStage> {
  await using opening = new AsyncDisposableStack();
  const stock = opening.use(await openTestServer(sound));
  const urls = new Map([[FAULTY.name, stock.url]]);
  for (const table of SOUND)
    urls.set(table.name, opening.use(await openTestServer(serveSchema(table))).url);
  const engine = opening.use(
    await openEngine({
      supergraphSdl: compose(
        [...SOUND, FAULTY].map(({ name, sdl }) => ({ name, sdl, url: urls.get(name) ?? "" })),
      ),
      transport: ({ name, url }) =>
        createHttpTransport({ name, url, maxResponseBytes: MOST_BYTES }),
    }),
  );
  const opened = opening.move();
  return { engine, stock, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
