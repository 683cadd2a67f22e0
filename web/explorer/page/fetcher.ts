import { Kind, parse } from "graphql";
import { createClient } from "graphql-sse";
import type { ComponentProps } from "react";
import type { GraphiQL } from "graphiql";
import { readToken } from "./token.ts";

type Fetcher = ComponentProps<typeof GraphiQL>["fetcher"];

/**
 * Posts operations as JSON to the endpoint, with the token as it stands at that moment. Cookies are
 * never sent: the token alone says who is asking. A subscription shows each event as it comes.
 */
export function createFetcher(endpoint: string): Fetcher {
  const streams = createClient({
    url: endpoint,
    credentials: "omit",
    headers: () => {
      const token = readToken();
      return token ? { authorization: `Bearer ${token}` } : {};
    },
  });
  return async (parameters) => {
    const { query, operationName, variables } = parameters;
    if (isSubscription(query, operationName)) {
      return streams.iterate({
        query,
        ...(operationName == null ? {} : { operationName }),
        ...(variables == null ? {} : { variables }),
      });
    }
    const token = readToken();
    const response = await fetch(endpoint, {
      method: "POST",
      credentials: "omit",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json;q=0.9",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(parameters),
    });
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      // Usually the page of a proxy. It becomes a GraphQL error, so that GraphiQL does not show a stack.
      const found = `${response.status} ${text.slice(0, 200)}`;
      return {
        errors: [{ message: `${endpoint} 没有返回 JSON did not answer with JSON: ${found}` }],
      };
    }
  };
}

/**
 * Whether the selected operation is a subscription. If the document does not parse, the hub reports the error.
 */
function isSubscription(query: string, operationName: string | null | undefined): boolean {
  try {
    return parse(query).definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === "subscription" &&
        (operationName == null || definition.name?.value === operationName),
    );
  } catch {
    return false;
  }
}
