import { tell } from "@alliance-hub/platform/errors/tell";
import { isObject } from "@alliance-hub/platform/json/is-object";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { languageOfReply } from "./reply-errors.ts";

/**
 * The body of an answer of Apollo's pipeline, in the client's language. What the pipeline says of a request that is
 * no GraphQL request did not pass through any plugin.
 */
export function pipelineBody(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  chooseLanguage: ChooseLanguage,
): unknown {
  if (reply.hasHeader("content-language")) {
    languageOfReply(request, reply, chooseLanguage);
    return body;
  }
  if (reply.statusCode < 400 || typeof body !== "string") return body;
  const answer: unknown = JSON.parse(body);
  if (!isObject(answer) || !Array.isArray(answer["errors"])) return body;
  const language = languageOfReply(request, reply, chooseLanguage);
  const errors = answer["errors"].map((error: GraphQLFormattedError) => tell(error, language));
  return `${JSON.stringify({ ...answer, errors })}\n`;
}
