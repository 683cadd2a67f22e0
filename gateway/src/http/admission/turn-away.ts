import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { FastifyReply, FastifyRequest } from "fastify";
import { errorBody, languageOfReply } from "../errors/reply-errors.ts";
import { requestOverloaded } from "./admission.ts";

/**
 * The answers, by the seconds after which the client may come back and the language. In an overload these are most
 * of the answers.
 */
const texts = new Map<string, string>();

/**
 * Answers `OVERLOADED` to a request that can neither begin nor wait. This must cost as little as possible, so
 * no error is thrown and handled: whatever it costs is lost for the requests that are answered.
 */
export function turnAway(
  request: FastifyRequest,
  reply: FastifyReply,
  chooseLanguage: ChooseLanguage,
): FastifyReply {
  const error = requestOverloaded();
  const language = languageOfReply(request, reply, chooseLanguage);
  const seconds = String(error.extensions["retryAfterSeconds"]);
  const key = `${seconds} ${language}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = JSON.stringify(errorBody(error, language));
    texts.set(key, text);
  }
  return reply
    .code(503)
    .headers({
      "content-type": "application/json; charset=utf-8",
      "retry-after": seconds,
    })
    .send(text);
}
