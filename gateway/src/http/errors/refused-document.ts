import { acceptedJson } from "@alliance-hub/platform/http/accepted-types";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { refusalStatus } from "./refusal-status.ts";

/** Answers a document that nothing is executed of, as Apollo's pipeline does. */
export async function answerRefused(
  { headers: { accept } }: Pick<FastifyRequest, "headers">,
  reply: FastifyReply,
  { errors }: { readonly errors: readonly GraphQLError[] },
): Promise<FastifyReply> {
  const code = errors[0]?.extensions["code"];
  return await reply
    .code(refusalStatus(400, code, accept))
    .type(`${acceptedJson(accept)}; charset=utf-8`)
    .send(`${JSON.stringify({ errors })}\n`);
}
