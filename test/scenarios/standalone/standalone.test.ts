import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { GraphQLError } from "graphql";
import { ask } from "../../support/ask.ts";
import { compose } from "../../support/federation/compose.ts";
import { type ServedSchema, serveSchema } from "../../support/federation/serve.ts";
import { buildSubgraph } from "../../support/federation/subgraph.ts";
import { freePort } from "../../support/ports.ts";
import {
  type ProductProcess,
  type ProductStart,
  startProduct,
} from "../../support/product-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const SHOP = `type Query { products: [Product!]! broken: Int lost: Int }
  type Product @key(fields: "id") { id: ID! name: String }`;
const STOCK = `type Product @key(fields: "id") { id: ID! inStock: Int }`;
const STOCK_AND_PRICE = `type Product @key(fields: "id") { id: ID! inStock: Int price: Int }`;
const products = [1, 2].map((id) => ({
  id: String(id),
  name: `No. ${id}`,
  inStock: id,
  price: 10 * id,
}));

const closing = new AsyncDisposableStack();
let file: string;
let url: string;
let shop: ServedSchema;
let stock: ServedSchema;
let gateway: ProductProcess;
beforeAll(async () => {
  shop = closing.use(
    await serveSchema(buildSubgraph({ name: "shop", sdl: SHOP, entities: { Product: products } }), {
      products,
      broken: () => {
        throw new GraphQLError("The till is stuck.", { extensions: { code: "TILL", drawer: 3 } });
      },
      lost: () => {
        throw new Error("no such drawer");
      },
    }),
  );
  const schema = buildSubgraph({
    name: "stock",
    sdl: STOCK_AND_PRICE,
    entities: { Product: products },
  });
  stock = closing.use(await serveSchema(schema, {}));
  const folder = closing.use(await temporaryFolder());
  file = join(folder.path, "supergraph.graphql");
  await writeFile(file, supergraph(STOCK));
  const environment = { HUB_FORWARD_HEADERS: "Authorization, x-request-id" };
  ({ url, gateway } = await startGateway({ environment }));
  closing.use(gateway);
});
afterAll(() => closing.disposeAsync());

async function startGateway(start: Omit<ProductStart, "args"> = {}) {
  const port = await freePort();
  const args = ["--supergraph", file, "--port", String(port)];
  const started = startProduct("main.js", { ...start, args });
  const address = `http://127.0.0.1:${port}`;
  await started.untilReady(address);
  return { url: address, gateway: started };
}

const supergraph = (stockSdl: string): string =>
  compose([
    { name: "shop", sdl: SHOP, url: shop.url },
    { name: "stock", sdl: stockSdl, url: stock.url },
  ]);

describe("any supergraph from a file", () => {
  it("is served over its subgraphs, with introspection and health", async () => {
    const query = "{ products { name inStock } __schema { queryType { name } } }";
    expect((await ask(url, { query })).data).toEqual({
      products: products.map(({ name, inStock }) => ({ name, inStock })),
      __schema: { queryType: { name: "Query" } },
    });
    for (const path of ["/health", "/health/live", "/health/ready", "/metrics"]) {
      expect((await fetch(url + path)).status).toBe(200);
    }
    const byGet = await fetch(`${url}/graphql?query={products{id}}`, {
      headers: { "apollo-require-preflight": "yes" },
    });
    expect(await byGet.json()).toEqual({ data: { products: [{ id: "1" }, { id: "2" }] } });
  });

  it("passes on the headers that the setting names, and no others", async () => {
    const headers = {
      authorization: "Bearer of.theirs",
      cookie: "a=b",
      "x-request-id": "of-the-client",
    };
    await ask(url, { query: "{ products { id } }", headers });
    const { authorization, cookie, "x-request-id": id } = shop.lastHeaders();
    expect({ authorization, cookie, id }).toEqual({
      authorization: "Bearer of.theirs",
      cookie: undefined,
      id: "of-the-client",
    });
  });

  it("tells of errors as its subgraphs do", async () => {
    const answer = await ask(url, { query: "{ products { id } broken }" });
    expect(answer.data["products"]).toHaveLength(2);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: "The till is stuck.",
        path: ["broken"],
        extensions: { code: "TILL", drawer: 3, service: "shop" },
      }),
    ]);
    const uncoded = await ask(url, { query: "{ lost }" });
    expect(uncoded.errors[0]).toMatchObject({
      message: "no such drawer",
      extensions: { service: "shop" },
    });
  });
});

describe("a file that changes", () => {
  it("is served at once when it is replaced, and no request fails meanwhile", async () => {
    const failed: unknown[] = [];
    let asking = true;
    const load = (async () => {
      while (asking) {
        const answer = await ask(url, { query: "{ products { inStock } }" });
        if (answer.codes.length > 0 || answer.status !== 200) failed.push(answer);
      }
    })();
    const query = "{ products { price } }";
    expect((await ask(url, { query })).codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    await replace(supergraph(STOCK_AND_PRICE));
    await gateway.untilSaid(/the new supergraph is in use/);
    expect((await ask(url, { query })).data).toEqual({ products: [{ price: 10 }, { price: 20 }] });
    asking = false;
    await load;
    expect(failed).toEqual([]);
  });

  it("stays out of service when it is no supergraph, and the one before is served on", async () => {
    await replace("type Query { not a supergraph");
    await gateway.untilSaid(/the previous one stays in use/);
    expect(gateway.output()).toContain(file);
    expect((await ask(url, { query: "{ products { price } }" })).codes).toEqual([]);
  });

  it("takes fields away as well, from documents that were answered before", async () => {
    const query = "{ products { price } }";
    expect((await ask(url, { query })).codes).toEqual([]);
    const served = gateway.output().split("is in use").length;
    await writeFile(file, supergraph(STOCK));
    await gateway.untilSaid(new RegExp(`(is in use[^]*){${served}}`));
    expect((await ask(url, { query })).codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  async function replace(text: string): Promise<void> {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
});

describe("the command line", () => {
  async function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    await using child = startProduct("main.js", { args, environment });
    return { code: await child.ended, output: child.output() };
  }

  it("explains itself", async () => {
    const { code, output } = await run(["--help"]);
    expect(code).toBe(0);
    expect(output).toMatch(/--supergraph FILE/);
  });

  it.each([
    [["--supergraph"], [/--supergraph needs a value/]],
    [
      ["--supergraf", "x", "y", "--port", "1"],
      [
        /--supergraf is not an option/,
        /"y" does not belong to any option/,
        /--port and --host belong/,
      ],
    ],
    [
      ["--supergraph", "x.graphql", "--port", "many"],
      [/--port is "many"/, /LOG_LEVEL is "loud"/, /HUB_FORWARD_HEADERS names "host"/],
    ],
  ])("says all that is wrong with %j", async (args, faults) => {
    const { code, output } = await run(args, { LOG_LEVEL: "loud", HUB_FORWARD_HEADERS: "host" });
    expect(code).toBe(1);
    for (const fault of faults) expect(output).toMatch(fault);
  });

  it("names a file that is not there, or is no supergraph", async () => {
    const missing = await run(["--supergraph", "/nowhere/supergraph.graphql"]);
    expect([missing.code, missing.output]).toEqual([
      1,
      expect.stringMatching(/\/nowhere\/.*ENOENT/),
    ]);
    const plain = join(file, "../plain.graphql");
    await writeFile(plain, "type Query { a: Int }");
    const none = await run(["--supergraph", plain, "--port", "0"]);
    expect([none.code, none.output]).toEqual([
      1,
      expect.stringContaining(`${plain} is not a valid supergraph: `),
    ]);
  });
});

describe("stopping", () => {
  it("answers what is on its way and ends well", async () => {
    const { url: other, gateway: stopped } = await startGateway();
    const asked = Array.from({ length: 20 }, () =>
      ask(other, { query: "{ products { inStock } }" }),
    );
    const code = stopped.stop();
    expect((await Promise.all(asked)).flatMap(({ codes }) => codes)).toEqual([]);
    expect(await code).toBe(0);
  });
});

describe("a Node that is too old", () => {
  const AS_IF_OLD = ["--import", "data:text/javascript,delete globalThis.AsyncDisposableStack"];

  it("hands over to the one that was installed, and ends with its code", async () => {
    const { url: other, gateway: old } = await startGateway({ nodeArgs: AS_IF_OLD });
    expect((await ask(other, { query: "{ products { inStock } }" })).codes).toEqual([]);
    expect(await old.stop()).toBe(0);
    await expect(fetch(other)).rejects.toThrow();
  });

  it("leaves nothing behind, even when it is killed", async () => {
    const { url: other, gateway: old } = await startGateway({ nodeArgs: AS_IF_OLD });
    // Its output is inherited, so it is closed only when both are gone.
    expect(await old.stop("SIGKILL")).toBeNull();
    await expect(fetch(other)).rejects.toThrow();
  });
});
