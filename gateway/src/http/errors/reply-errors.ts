import type { ChooseLanguage, Language } from "@alliance-hub/platform/words/language";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The language of an answer with errors, which its headers then name (RFC 9110, sections 8.5 and 12.5.5). */
export function languageOfReply(
  { headers }: Pick<FastifyRequest, "headers">,
  reply: FastifyReply,
  chooseLanguage: ChooseLanguage,
): Language {
  const language = chooseLanguage(headers["accept-language"]);
  const vary = reply.getHeader("vary");
  void reply
    .header("content-language", language)
    .header("vary", typeof vary === "string" ? `${vary}, accept-language` : "accept-language");
  return language;
}

/** The body of an answer that has one error and nothing else. */
export function errorBody(
  { message, extensions }: Pick<HubError, "message" | "extensions">,
  language: Language,
): { readonly errors: readonly object[] } {
  return { errors: [tell({ message, extensions }, language)] };
}
