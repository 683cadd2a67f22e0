import { parseDocument } from "@alliance-hub/kit/subgraph/read-document";
import type { FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST } from "graphql";
import { LRUCache } from "lru-cache";
import { type Admission, type Work, overloaded } from "./admission.ts";
import type { ClientKeys } from "./client-keys.ts";
import type { Slot } from "./fair-queue.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whose share it counts towards. */
    client: string;
    /** Held while it is executed; a stream gives it back once it is open. */
    slot: Slot | undefined;
  }
}

/** What lets requests in. */
export interface RequestAdmission {
  readonly admission: Admission;
  readonly clients: ClientKeys;
}

/**
 * Turns a request away before its body is read, where it could neither begin nor wait.
 *
 * @returns whether it was turned away.
 */
export function turnAwayEarly(
  { admission, clients }: RequestAdmission,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  request.client = clients.keyOf(request.raw, request.headers.authorization);
  if (admission.hasRoom(request.client)) return false;
  admission.turnAway();
  const { message, extensions } = overloaded();
  void reply
    .code(503)
    .headers({
      "content-type": "application/json; charset=utf-8",
      "retry-after": String(extensions["retryAfterSeconds"]),
    })
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
  return true;
}

/** Documents whose kind is remembered; longer ones are read each time. */
const REMEMBERED = 1000;
const LONGEST_REMEMBERED = 10_000;

/** Tells which slots requests need, by the operation that is meant. */
export type KindOf = (body: unknown) => Work["kind"];

/** Knows no document yet. @param tokens lexical tokens of a document, at most. */
export function createKindOf(tokens: number): KindOf {
  const kinds = new LRUCache<string, Work["kind"]>({ max: REMEMBERED });
  return (body) => {
    const { query, operationName }: { query?: unknown; operationName?: unknown } =
      typeof body === "object" && body !== null ? body : {};
    // Only what has the word is parsed: nearly all mutations are mutations, and few queries have it.
    if (typeof query !== "string" || !/\bmutation\b/.test(query)) return "query";
    const name = typeof operationName === "string" ? operationName : undefined;
    const key = JSON.stringify([query, name]);
    const known = kinds.get(key);
    if (known) return known;
    const document = parseDocument(query, tokens);
    const isMutation =
      "kind" in document && getOperationAST(document, name)?.operation === "mutation";
    const kind = isMutation ? "mutation" : "query";
    if (key.length <= LONGEST_REMEMBERED) kinds.set(key, kind);
    return kind;
  };
}
