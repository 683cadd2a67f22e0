import { ERROR_CATALOGUE } from "@alliance-hub/platform/errors/catalogue";
import { translateDatabaseFault } from "@alliance-hub/platform/errors/database-fault";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { unforeseen } from "@alliance-hub/platform/errors/mask";
import { UNAVAILABLE_STATUS } from "@alliance-hub/platform/errors/unavailable";
import type { Log } from "@alliance-hub/platform/log/log";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Limits } from "../settings/limits.ts";
import { CALENDARS, answerUnknown } from "./feeds/answers.ts";
import { errorBody, languageOfReply } from "./errors/reply-errors.ts";
import { RETRY_AFTER_SECONDS } from "./errors/unanswered.ts";

/** What answers to errors outside GraphQL depend on. */
export interface FaultsConfig {
  readonly limits: Limits;
  readonly chooseLanguage: ChooseLanguage;
  readonly log: Log;
}

/** Answers errors outside GraphQL with codes of the catalogue. Unforeseen errors are masked. */
export function answerFaults(
  app: FastifyInstance,
  { limits, chooseLanguage, log }: FaultsConfig,
): void {
  app.setErrorHandler<FastifyError | HubError>(async (thrown, request, reply) => {
    const error = translateDatabaseFault(thrown, {}) as FastifyError | HubError;
    const known = error instanceof HubError ? error : requestFault(error, limits);
    if (!known) log.error({ err: error }, "request failed");
    const shown = known ?? new HubError("INTERNAL", unforeseen(request.id));
    const status =
      known && !(error instanceof HubError)
        ? (error.statusCode ?? 400)
        : ERROR_CATALOGUE[shown.code].status;
    const retryAfter =
      shown.extensions["retryAfterSeconds"] ??
      (status === UNAVAILABLE_STATUS ? RETRY_AFTER_SECONDS : undefined);
    if (typeof retryAfter === "number") void reply.header("retry-after", retryAfter);
    const language = languageOfReply(request, reply, chooseLanguage);
    return await reply.code(status).send(errorBody(shown, language));
  });
}

/** Anything else, with a code of the catalogue. `/graphql` has only two methods. */
export function answerUnknownRoutes(app: FastifyInstance, chooseLanguage: ChooseLanguage): void {
  app.setNotFoundHandler(async (request, reply) => {
    const isGraphQL = request.url.split("?")[0] === "/graphql";
    if (isGraphQL) void reply.header("allow", "GET, POST, OPTIONS");
    const fault = isGraphQL
      ? new HubError("BAD_USER_INPUT", {
          zh: `/graphql 不接受 ${request.method}。请用 POST 发送 JSON。`,
          en: `/graphql does not accept ${request.method}. Send a POST with JSON.`,
        })
      : nothingThere();
    const language = languageOfReply(request, reply, chooseLanguage);
    return await reply.code(isGraphQL ? 405 : 404).send(errorBody(fault, language));
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
  chooseLanguage: ChooseLanguage,
): Promise<FastifyReply> {
  if (request.url.startsWith(CALENDARS)) return await answerUnknown(request, reply, chooseLanguage);
  const language = languageOfReply(request, reply, chooseLanguage);
  return await reply.code(404).send(errorBody(nothingThere(), language));
}

function nothingThere(): HubError {
  return new HubError("NOT_FOUND", {
    zh: "此网址没有内容。GraphQL 在 /graphql。",
    en: "There is nothing at this address. GraphQL is at /graphql.",
  });
}

/** Errors of the HTTP request itself, with codes of the catalogue. */
function requestFault(error: FastifyError, limits: Limits): HubError | undefined {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new HubError("BAD_USER_INPUT", {
        zh: `请求正文超过 ${limits.bodyBytes} 字节。请缩短查询文档，或分几次请求。`,
        en: `The body is larger than ${limits.bodyBytes} bytes. Send a shorter document, or values as several requests.`,
      });
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new HubError("BAD_USER_INPUT", {
        zh: "内容类型不是 application/json。请用 JSON 发送 GraphQL 请求。",
        en: 'The content type is not "application/json". Send GraphQL requests as JSON.',
      });
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return new HubError("BAD_USER_INPUT", {
        zh: '请求正文不是 JSON。请发送 {"query": "…", "variables": {…}}。',
        en: 'The body is no JSON. Send {"query": "…", "variables": {…}}.',
      });
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? new HubError("BAD_USER_INPUT", {
            zh: "请求不符合 HTTP 的规定，无法读取。请检查网址、标头与正文。",
            en: error.message,
          })
        : undefined;
  }
}
