import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { FastifyReply, FastifyRequest } from "fastify";

import { errorBody, languageOfReply } from "../errors/reply-errors.ts";

/** Maximum length of a client's value that is repeated, in characters. */
const LONGEST = 40;

/**
 * Rejects a request whose body is compressed: a small body could contain gigabytes, so a limit of its length
 * would not help (RFC 9110, section 15.5.16).
 *
 * @returns whether it was answered.
 */
export function answerEncodedBody(
  request: FastifyRequest,
  reply: FastifyReply,
  chooseLanguage: ChooseLanguage,
): boolean {
  const encoding = request.headers["content-encoding"];
  if (encoding === undefined || encoding === "" || encoding.toLowerCase() === "identity")
    return false;
  const given = JSON.stringify(encoding.slice(0, LONGEST));
  const error = badInput("content-encoding", {
    zh: `请求正文经过压缩（Content-Encoding 为 ${given}）。请直接发送 JSON，不带此标头。`,
    en: `The body comes with Content-Encoding ${given}. Send it as plain JSON, without that header.`,
  });
  void reply
    .code(415)
    .header("accept-encoding", "identity")
    .send(errorBody(error, languageOfReply(request, reply, chooseLanguage)));
  return true;
}
