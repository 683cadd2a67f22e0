import type { Engine, EventResult, Transport } from "@alliance-hub/gateway/engine/engine";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { expect, it } from "@jest/globals";
import { type FormattedExecutionResult, parse } from "graphql";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";

const GRAPH = compose([
  {
    name: "log",
    sdl: `type Query { a: Int } type Subscription { ticks: Thing }
      type Thing @key(fields: "id") { id: ID!, note: String }`,
  },
  { name: "names", sdl: `type Thing @key(fields: "id") { id: ID!, name: String }` },
]);

/** Answers of the two subgraphs to one event. */
interface Answers {
  readonly tick?: FormattedExecutionResult;
  readonly name?: () => FormattedExecutionResult;
}

const WHOLE = { data: { ticks: { __typename: "Thing", id: "1", note: "whole" } } };
const NAMED = { data: { _entities: [{ __typename: "Thing", name: "one" }] } };
const named = (code: string): FormattedExecutionResult => ({
  data: { _entities: [null] },
  errors: [{ message: "no", path: ["_entities", 0], extensions: { code } }],
});

/** The one event of a subscription. */
async function eventOf({ tick = WHOLE, name = () => NAMED }: Answers): Promise<EventResult> {
  const transport = (): Transport => ({
    send: async () => structuredClone(name()),
    subscribe: async function* () {
      yield { ...structuredClone(tick), extensions: { position: "1" } };
    },
    close: async () => undefined,
  });
  await using engine: Engine = await openEngine({ supergraphSdl: GRAPH, transport });
  const source = "subscription { ticks { id note name } }";
  const prepared = await engine.prepare({ source, document: parse(source) });
  const context = { viewer: ANONYMOUS, requestId: "017", signal: new AbortController().signal };
  for await (const event of prepared.subscribe({}, context)) return event;
  throw new Error("There was no event");
}

const thrown = (error: unknown) => (): never => {
  throw error;
};

/** What comes of one event, and whether it may be whole in a moment. */
const CASES: readonly [string, Answers, boolean][] = [
  ["everything", {}, false],
  [
    "no answer",
    { name: thrown(new HubError("SUBGRAPH_UNAVAILABLE", { zh: "否", en: "away" })) },
    true,
  ],
  [
    "a subgraph that is full",
    { name: thrown(new HubError("OVERLOADED", { zh: "否", en: "full" })) },
    true,
  ],
  ["a subgraph whose database is away", { name: () => named("SUBGRAPH_UNAVAILABLE") }, true],
  ["a subgraph with too many transactions", { name: () => named("OVERLOADED") }, true],
  [
    "an event whose own field lacks the database",
    {
      tick: {
        data: { ticks: { __typename: "Thing", id: "1", note: null } },
        errors: [
          { message: "no", path: ["ticks", "note"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
        ],
      },
    },
    true,
  ],
  ["what the viewer may not see", { name: () => named("FORBIDDEN") }, false],
  ["a fault of the subgraph", { name: () => named("INTERNAL") }, false],
  ["an answer of another form", { name: () => ({ data: { _entities: "none" } }) }, false],
  ["a value of another form", { tick: { data: { ticks: "none" } } }, false],
  ["an answer without data", { name: () => ({}) }, false],
  ["a fault of the engine's own", { name: thrown(new Error("fault")) }, false],
];

it.each(CASES)("an event with %s", async (_name, answers, isAway) => {
  const { position, isAway: mayBeWholeLater, errors } = await eventOf(answers);
  expect({ position, mayBeWholeLater }).toEqual({ position: "1", mayBeWholeLater: isAway });
  if (isAway) expect(errors).toHaveLength(1);
});
