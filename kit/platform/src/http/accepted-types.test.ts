import { describe, expect, it } from "@jest/globals";
import { acceptedTypes, isStreamed } from "./accepted-types.ts";

/** What `@urql/core` sends with every operation. */
const URQL =
  "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";

describe("a query and a subscription are answered", () => {
  it.each([
    [undefined, "json", "json"],
    ["", "json", "json"],
    ["application/json", "json", "json"],
    ["text/event-stream", "events", "events"],
    [URQL, "json", "events"],
    ["text/event-stream, application/json;q=0.1", "json", "events"],
    ["application/json, text/event-stream;q=0", "json", "json"],
    ["text/event-stream;q=0.001, application/json", "json", "events"],
    ["*/*", "json", "json"],
    ["text/html, application/json, */*;q=0.8", "json", "json"],
    ["text/*", "events", "events"],
    ["application/*, text/event-stream", "json", "events"],
    ["application/json;q=0, text/event-stream", "events", "events"],
    ["application/json;q=0, */*", "json", "json"],
    ["text/event-stream;q=0, */*", "json", "json"],
    ["text/html", "json", "json"],
    ["Text/Event-Stream", "events", "events"],
    ["text/event-stream-x", "json", "json"],
  ])("for Accept: %s as %s and %s", (accept, query, subscription) => {
    const formOf = (isSubscription: boolean): string =>
      isStreamed(acceptedTypes(accept), () => isSubscription) ? "events" : "json";
    expect([formOf(false), formOf(true)]).toEqual([query, subscription]);
  });
});
