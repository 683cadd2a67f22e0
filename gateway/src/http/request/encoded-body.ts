import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Maximum length of a client's value that is repeated, in characters. */
const LONGEST = 40;

/**
 * Rejects a request whose body is compressed: a small body could contain gigabytes, so a limit of its length
 * would not help (RFC 9110, section 15.5.16).
 *
 * @returns whether it was answered.
 */
export function answerEncodedBody(request: FastifyRequest, reply: FastifyReply): boolean {
  const encoding = request.headers["content-encoding"];
  if (encoding === undefined || encoding === "" || encoding.toLowerCase() === "identity")
    return false;
  const { message, extensions } = badInput(
    "content-encoding",
    `The body comes with Content-Encoding ${JSON.stringify(encoding.slice(0, LONGEST))}. Send it as plain JSON, without that header.`,
  );
  void reply
    .code(415)
    .header("accept-encoding", "identity")
    .send({ errors: [{ message, extensions }] });
  return true;
}
