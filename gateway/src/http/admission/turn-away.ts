import type { FastifyReply } from "fastify";
import { requestOverloaded } from "./admission.ts";

/**
 * The answers, by the seconds after which the client may come back. In an overload these are most of the
 * answers.
 */
const texts = new Map<unknown, string>();

/**
 * Answers `OVERLOADED` to a request that can neither begin nor wait. This must cost as little as possible, so
 * no error is thrown and handled: whatever it costs is lost for the requests that are answered.
 */
export function turnAway(reply: FastifyReply): FastifyReply {
  const { message, extensions } = requestOverloaded();
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
