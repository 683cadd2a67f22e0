import { expect, it } from "@jest/globals";
import { parse } from "graphql";
import { askEngine, requestContext } from "../../support/federation/ask-engine.ts";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";

const graph = (fields: string): string =>
  compose([
    { name: "a", sdl: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }` },
    { name: "b", sdl: `type Thing @key(fields: "id") { id: ID! ${fields} }` },
  ]);

/** An engine over subgraphs of fixed answers, of which the first waits for a word. */
async function stage() {
  const asked = Promise.withResolvers<void>();
  const word = Promise.withResolvers<void>();
  const engine = await openEngine({
    supergraphSdl: graph("old: String"),
    transport: ({ name }) => ({
      send: async ({ query }) => {
        if (name === "b") {
          const field = query.includes("old") ? "old" : "fresh";
          return { data: { _entities: [{ [field]: "yes" }] } };
        }
        asked.resolve();
        await word.promise;
        return { data: { thing: { __typename: "Thing", id: "1" } } };
      },
      close: async () => undefined,
    }),
  });
  return { engine, asked: asked.promise, answer: word.resolve };
}

it("a request in flight ends on the supergraph it began with; the next one has the new", async () => {
  const { engine, asked, answer } = await stage();
  const old = askEngine(engine, { query: "{ thing { old } }" });
  await asked;
  let told = 0;
  engine.onSwap(() => (told += 1));
  engine.swap(graph("fresh: String"));
  answer();
  expect(await old).toEqual({ data: { thing: { old: "yes" } } });
  expect(await askEngine(engine, { query: "{ thing { fresh } }" })).toEqual({
    data: { thing: { fresh: "yes" } },
  });
  expect((await askEngine(engine, { query: "{ thing { old } }" })).errors).toHaveLength(1);
  expect(told).toBe(1);
});

it("what is no supergraph is rejected, and the one before stays", async () => {
  const { engine, answer } = await stage();
  answer();
  for (const text of ["{", "type Query { a: Int }", ""]) expect(() => engine.swap(text)).toThrow();
  expect(await askEngine(engine, { query: "{ thing { old } }" })).toEqual({
    data: { thing: { old: "yes" } },
  });
});

it("an operation is prepared once, whether the client names it or not", async () => {
  const { engine } = await stage();
  const source = "query Old { thing { old } }";
  const document = parse(source);
  const prepared = await engine.prepare({ source, document, operationName: "Old" });
  expect(await engine.prepare({ source, document })).toBe(prepared);
});

it("an operation asked for by many at once is prepared once", async () => {
  const { engine, answer } = await stage();
  answer();
  const source = "{ thing { old id } }";
  const document = parse(source);
  const prepared = await Promise.all(
    Array.from({ length: 50 }, () => engine.prepare({ source, document })),
  );
  expect(new Set(prepared).size).toBe(1);
  expect(await prepared[0]?.execute({}, requestContext())).toEqual({
    data: { thing: { old: "yes", id: "1" } },
  });
});

it("a document validated before the exchange is planned on what it was validated against", async () => {
  const { engine, answer } = await stage();
  answer();
  const source = "{ thing { old } }";
  const schema = engine.apiSchema();
  // Under way while the supergraph is exchanged, and asked for after that.
  const before = engine.prepare({ source, document: parse(source), schema });
  engine.swap(graph("fresh: String"));
  const after = engine.prepare({ source: `${source} `, document: parse(source), schema });
  for (const prepared of [await before, await after]) {
    expect(await prepared.execute({}, requestContext())).toEqual({
      data: { thing: { old: "yes" } },
    });
  }
});
