import { describe, expect, it } from "@jest/globals";
import { createKindOf } from "./admit-requests.ts";

const TWO = "query Read { a } mutation Write { b }";

describe("the slots that a request needs", () => {
  it.each([
    ["a query", { query: "{ a }" }, "query"],
    ["a mutation", { query: "mutation { b }" }, "mutation"],
    ["a query with the word in a comment", { query: "# mutation\n{ a }" }, "query"],
    ["a query with the word in a value", { query: '{ a(b: "a mutation") }' }, "query"],
    ["the query of two operations", { query: TWO, operationName: "Read" }, "query"],
    ["the mutation of two operations", { query: TWO, operationName: "Write" }, "mutation"],
    ["what does not say which one is meant", { query: TWO }, "query"],
    ["what does not parse", { query: "mutation {" }, "query"],
    ["no operation", undefined, "query"],
  ])("are those of %s", (_what, body, kind) => {
    const kindOf = createKindOf(1000);
    expect([kindOf(body), kindOf(body)]).toEqual([kind, kind]);
  });
});
