import { ERROR_CATALOGUE } from "@alliance-hub/platform/errors/catalogue";
import { translateDatabaseFault } from "@alliance-hub/platform/errors/database-fault";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { UNAVAILABLE_STATUS } from "@alliance-hub/platform/errors/unavailable";
import type { Log } from "@alliance-hub/platform/log/log";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Limits } from "../settings/limits.ts";
import { CALENDARS, answerUnknown } from "./feeds/answers.ts";
import { RETRY_AFTER_SECONDS } from "./errors/unanswered.ts";

/** Answers errors outside GraphQL with codes of the catalogue. Unforeseen errors are masked. */
export function answerFaults(app: FastifyInstance, limits: Limits, log: Log): void {
  app.setErrorHandler<FastifyError | HubError>(async (thrown, request, reply) => {
    const error = translateDatabaseFault(thrown, {}) as FastifyError | HubError;
    const known = error instanceof HubError ? error : requestFault(error, limits);
    if (!known) log.error({ err: error }, "request failed");
    const shown =
      known ??
      new HubError(
        "INTERNAL",
        `Something went wrong that is not your fault. Quote request ${request.id} when you ask the operators.`,
      );
    const status =
      known && !(error instanceof HubError)
        ? (error.statusCode ?? 400)
        : ERROR_CATALOGUE[shown.code].status;
    const retryAfter =
      shown.extensions["retryAfterSeconds"] ??
      (status === UNAVAILABLE_STATUS ? RETRY_AFTER_SECONDS : undefined);
    if (typeof retryAfter === "number") void reply.header("retry-after", retryAfter);
    return await reply
      .code(status)
      .send({ errors: [{ message: shown.message, extensions: shown.extensions }] });
  });
}

/** Anything else, with a code of the catalogue. `/graphql` has only two methods. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => {
    const isGraphQL = request.url.split("?")[0] === "/graphql";
    if (isGraphQL) void reply.header("allow", "GET, POST, OPTIONS");
    const fault = isGraphQL
      ? new HubError(
          "BAD_USER_INPUT",
          `/graphql does not accept ${request.method}. Send a POST with JSON.`,
        )
      : nothingThere();
    return await reply
      .code(isGraphQL ? 405 : 404)
      .send({ errors: [{ message: fault.message, extensions: fault.extensions }] });
  });
}

/**
 * An address that cannot be decoded is treated like an unknown one. It may contain a secret and is not
 * repeated.
 */
export async function answerBadAddress(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.url.startsWith(CALENDARS)) return await answerUnknown(reply);
  const { message, extensions } = nothingThere();
  return await reply.code(404).send({ errors: [{ message, extensions }] });
}

function nothingThere(): HubError {
  return new HubError("NOT_FOUND", "There is nothing at this address. GraphQL is at /graphql.");
}

/** Errors of the HTTP request itself, with codes of the catalogue. */
function requestFault(error: FastifyError, limits: Limits): HubError | undefined {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new HubError(
        "BAD_USER_INPUT",
        `The body is larger than ${limits.bodyBytes} bytes. Send a shorter document, or values as several requests.`,
      );
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new HubError(
        "BAD_USER_INPUT",
        'The content type is not "application/json". Send GraphQL requests as JSON.',
      );
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return new HubError(
        "BAD_USER_INPUT",
        'The body is no JSON. Send {"query": "…", "variables": {…}}.',
      );
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? new HubError("BAD_USER_INPUT", error.message)
        : undefined;
  }
}
