import { acceptedJson } from "@alliance-hub/platform/http/accepted-types";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { errorStatus } from "./error-status.ts";

/** Answers with request errors, as Apollo's pipeline does: nothing of the document is executed. */
export async function answerRequestErrors(
  { headers: { accept } }: Pick<FastifyRequest, "headers">,
  reply: FastifyReply,
  { errors }: { readonly errors: readonly GraphQLError[] },
): Promise<FastifyReply> {
  const code = errors[0]?.extensions["code"];
  return await reply
    .code(errorStatus(400, code, accept))
    .type(`${acceptedJson(accept)}; charset=utf-8`)
    .send(`${JSON.stringify({ errors })}\n`);
}
