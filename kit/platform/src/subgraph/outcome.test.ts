import { expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import { DatabaseAway } from "../errors/database-away.ts";
import { createLog } from "../log/log.ts";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { createSubgraphExecutor } from "./execute.ts";
import { followChanges, noteChange } from "./outcome.ts";
import type { Subgraph } from "./subgraph.ts";

const away = (): never => {
  throw new DatabaseAway({ fault: "cannot be reached" });
};

/** A mutation that is committed and cannot be read again, and one that is not begun. */
const mutations = followChanges({
  made: (_root: unknown, _args: unknown, context: object) => {
    noteChange(context);
    return {};
  },
  unread: (_root: unknown, _args: unknown, context: object) => {
    noteChange(context);
    return away();
  },
  notBegun: away,
});

function subgraph(): Subgraph {
  const schema = buildSchema(`
    type Record { name: String, lost: String }
    type Query { record: Record }
    type Mutation { made: Record, unread: Record, notBegun: Record }
  `);
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(mutations))
    Object.assign(fields[name] ?? {}, { resolve });
  Object.assign(
    (schema.getType("Record") as never as { getFields(): { lost: object } }).getFields().lost,
    {
      resolve: away,
    },
  );
  return { name: "records", schema, createContext: () => ({}) } as unknown as Subgraph; // the parts of a subgraph that are called
}

it("each mutation of a call is told what became of itself, not of another", async () => {
  const execute = createSubgraphExecutor(subgraph(), createLog({ level: "fatal", name: "test" }));
  const { signal } = new AbortController();
  const { errors = [] } = await execute(
    {
      query:
        "mutation { a: made { lost } b: notBegun { name } c: unread { name } d: notBegun { name } }",
    },
    { viewer: ANONYMOUS, requestId: "1", signal },
  );
  expect(errors.map(({ path, extensions }) => [path, extensions?.["outcome"]])).toEqual([
    [["a", "lost"], "CHANGED"],
    [["b"], "UNCHANGED"],
    [["c"], "CHANGED"],
    [["d"], "UNCHANGED"],
  ]);
});
