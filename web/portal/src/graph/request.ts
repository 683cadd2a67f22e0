import { LANGUAGE } from "./language.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";

/** One question to the hub, for `fetch`. @param token undefined if nobody is signed in. */
export function requestOf<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  token: string | undefined,
): RequestInit {
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      "accept-language": LANGUAGE,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  };
}
