import type { FastifyReply } from "fastify";
import { overloaded } from "./admission.ts";

/** What is sent, by seconds after which the client may come back: in an overload it is most of the answers. */
const texts = new Map<unknown, string>();

/**
 * Answers `OVERLOADED` to a request that could neither begin nor wait. It costs as little as it can, no
 * error thrown and handled: what it costs is missing for those that are answered.
 */
export function turnAway(reply: FastifyReply): FastifyReply {
  const { message, extensions } = overloaded();
  const seconds = extensions["retryAfterSeconds"];
  let text = texts.get(seconds);
  if (text === undefined) {
    text = JSON.stringify({ errors: [{ message, extensions }] });
    texts.set(seconds, text);
  }
  return reply
    .code(503)
    .headers({
      "content-type": "application/json; charset=utf-8",
      "retry-after": String(seconds),
    })
    .send(text);
}
