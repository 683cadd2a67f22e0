import { acceptedJson } from "@alliance-hub/platform/http/accepted-types";
import type { FastifyReply, FastifyRequest } from "fastify";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { GraphQLError } from "graphql";
import { languageOfReply } from "./reply-errors.ts";
import { errorStatus } from "./error-status.ts";

/** Answers with request errors, as Apollo's pipeline does: nothing of the document is executed. */
export async function answerRequestErrors(
  request: Pick<FastifyRequest, "headers">,
  reply: FastifyReply,
  { errors }: { readonly errors: readonly GraphQLError[] },
  chooseLanguage: ChooseLanguage,
): Promise<FastifyReply> {
  const { accept } = request.headers;
  const language = languageOfReply(request, reply, chooseLanguage);
  const code = errors[0]?.extensions["code"];
  return await reply
    .code(errorStatus(400, code, accept))
    .type(`${acceptedJson(accept)}; charset=utf-8`)
    .send(`${JSON.stringify({ errors: errors.map((error) => tell(error.toJSON(), language)) })}\n`);
}
