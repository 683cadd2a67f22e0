import { expect, it } from "@jest/globals";
import { parse } from "graphql";
import { requestContext } from "../../support/federation/ask-engine.ts";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";

/** Nothing can be a Node in `a`, and `b` cannot be asked for one by its key. */
const GRAPH = compose([
  { name: "a", sdl: `type Query { node: Node } interface Node @key(fields: "id") { id: ID! }` },
  {
    name: "b",
    sdl: `type Query { other: Node }
      type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID!, rank: Int }`,
  },
]);

it("a valid document for which there is no plan is answered without data, and nobody is asked", async () => {
  const asked: string[] = [];
  const engine = await openEngine({
    supergraphSdl: GRAPH,
    transport: ({ name }) => ({
      send: async ({ query }) => {
        asked.push(`${name} ${query}`);
        return { data: {} };
      },
      close: async () => undefined,
    }),
  });
  const { executor } = await engine.gateway.load({} as never);
  if (!executor) throw new Error("The engine executes nothing");
  const source = "{ node { rank } }";
  const answer = await executor({
    source,
    document: parse(source),
    schema: engine.apiSchema(),
    request: {},
    context: requestContext(),
  } as never);
  expect(answer).toMatchObject({
    data: null,
    errors: [{ extensions: { code: "UNPLANNABLE", http: { status: 400 } } }],
  });
  expect(answer.errors?.[0]?.message).toContain("Query.node");
  expect(asked).toEqual([]);
});
