import type { FastifyReply, FastifyRequest } from "fastify";
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

/** Which slots a request needs. What only looks like a mutation waits with those that are. */
export function kindOf(body: unknown): Work["kind"] {
  const query: unknown =
    typeof body === "object" && body !== null && "query" in body ? body.query : undefined;
  return typeof query === "string" && /\bmutation\b/.test(query) ? "mutation" : "query";
}
