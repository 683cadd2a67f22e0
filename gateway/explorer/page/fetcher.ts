import type { ComponentProps } from "react";
import type { GraphiQL } from "graphiql";
import { readToken } from "./token.ts";

type Fetcher = ComponentProps<typeof GraphiQL>["fetcher"];

/**
 * Posts operations as JSON to the endpoint, with the token as it stands at that moment. Cookies are
 * never sent: the token alone says who is asking.
 */
export function createFetcher(endpoint: string): Fetcher {
  return async (parameters) => {
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
      // A proxy's own page, most often. As a GraphQL error, so that GraphiQL shows no stack with it.
      const found = `${response.status} ${text.slice(0, 200)}`;
      return {
        errors: [{ message: `${endpoint} 没有返回 JSON did not answer with JSON: ${found}` }],
      };
    }
  };
}
