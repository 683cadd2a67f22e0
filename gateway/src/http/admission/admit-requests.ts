import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { parseDocument } from "@alliance-hub/platform/subgraph/read-document";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST } from "graphql";
import { LRUCache } from "lru-cache";
import type { Identify } from "../../identity/identity.ts";
import { identifyCaller } from "../request/identify-caller.ts";
import type { Admission, Work } from "./admission.ts";
import type { ClientKeys } from "./client-keys.ts";
import { giveBackWhenDone } from "./give-back.ts";
import type { Slot } from "./fair-queue.ts";
import { turnAway } from "./turn-away.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The slot is held during execution; a stream releases it once it is open. */
    slot: Slot | undefined;
    /** The client whose share it counts towards. */
    client: string;
  }
}

/** What admits requests. */
export interface RequestAdmission {
  readonly admission: Admission;
  readonly clients: ClientKeys;
  readonly kindOf: KindOf;
  readonly identify: Identify;
  readonly chooseLanguage: ChooseLanguage;
}

/** Admits requests, or turns them away. */
export interface AdmitRequests {
  /**
   * Turns a request away before its body is read, if no kind of work could begin or wait. @returns whether it
   * did.
   */
  turnsAway(request: FastifyRequest, reply: FastifyReply): boolean;
  /**
   * Waits for a slot and identifies the viewer, both within the time to answer. Then the request has its slot
   * and its viewer.
   *
   * @param signal of the request.
   * @returns the reply, if the request was turned away.
   * @throws HubError `OVERLOADED` if no slot became free in time, and the errors of identification.
   */
  admit(
    request: FastifyRequest,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<FastifyReply | undefined>;
}

/** There is room for everybody. */
export function createAdmitRequests(config: RequestAdmission): AdmitRequests {
  const { admission, clients, kindOf, identify, chooseLanguage } = config;
  const turnAwayAndCount = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    admission.turnAway();
    return turnAway(request, reply, chooseLanguage);
  };
  return {
    turnsAway: (request, reply) => {
      request.client = clients.keyOf(request.raw, request.headers.authorization);
      if (admission.hasRoom(request.client)) return false;
      turnAwayAndCount(request, reply);
      return true;
    },
    admit: async (request, reply, signal) => {
      const { client } = request;
      const { authorization } = request.headers;
      const kind = kindOf(request.body);
      if (!admission.hasRoom(client, kind)) return turnAwayAndCount(request, reply);
      const admitted = admission.admit({ client, kind, signal });
      const slot = admitted instanceof Promise ? await admitted : admitted;
      request.slot = slot;
      try {
        const caller = identifyCaller(identify, authorization, signal);
        request.viewer = caller instanceof Promise ? await caller : caller;
        clients.learn(authorization, request.viewer);
        return undefined;
      } catch (error) {
        giveBackWhenDone(slot, signal);
        if (error instanceof HubError && error.code === "UNAUTHENTICATED")
          clients.forget(authorization);
        throw error;
      }
    },
  };
}

/** How many documents' kinds are remembered; longer documents are read each time. */
const REMEMBERED = 1000;
const LONGEST_REMEMBERED = 10_000;

/** Says which slots requests need, by their operation. */
export type KindOf = (body: unknown) => Work["kind"];

/** Knows no document yet. @param tokens maximum number of lexical tokens of a document. */
export function createKindOf(tokens: number): KindOf {
  const kinds = new LRUCache<string, Work["kind"]>({ max: REMEMBERED });
  return (body) => {
    const { query, operationName }: { query?: unknown; operationName?: unknown } =
      typeof body === "object" && body !== null ? body : {};
    // Only documents that contain the word are parsed. Nearly all of these are mutations; few queries contain
    // it.
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
