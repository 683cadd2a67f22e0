import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Words } from "../words/words.ts";
import { ERROR_CATALOGUE } from "./catalogue.ts";

/** Codes of Apollo Server and graphql-js for malformed documents and requests. */
const PROTOCOL_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Whether an error's words were written for clients. */
export function isForClients(error: Pick<GraphQLFormattedError, "extensions">): boolean {
  const code = error.extensions?.["code"];
  return (
    typeof code === "string" &&
    code !== "INTERNAL" &&
    (code in ERROR_CATALOGUE || PROTOCOL_CODES.has(code))
  );
}

/**
 * The error that the client gets: foreseen errors as they are (without stack traces), unforeseen ones as
 * `INTERNAL` with the request id, by which an operator finds them in the log.
 */
export function maskError(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const tooLarge = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(error.message);
  if (tooLarge) {
    const message = `The document has more than ${tooLarge[1]} tokens. Send values as variables, or send several requests.`;
    const chinese = `查询文档超过 ${tooLarge[1]} 个词元。请把值写成变量，或分几次请求。`;
    const extensions = { code: "QUERY_TOO_COMPLEX", limit: Number(tooLarge[1]), chinese };
    return { message, extensions };
  }
  const {
    stacktrace: _stacktrace,
    exception: _exception,
    serviceName,
    ...extensions
  } = error.extensions ?? {};
  const service = extensions["service"] ?? serviceName;
  if (isForClients(error)) {
    return {
      ...error,
      extensions: typeof service === "string" ? { ...extensions, service } : extensions,
    };
  }
  return {
    message: unforeseen(requestId).en,
    ...(error.path ? { path: error.path } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
    extensions: {
      code: "INTERNAL",
      requestId,
      chinese: unforeseen(requestId).zh,
      ...(typeof service === "string" ? { service } : {}),
    },
  };
}

/** What a client is told of an unforeseen error: how the operators find it. */
export function unforeseen(requestId: string): Words {
  return {
    zh: `出了意外的问题，不是您的操作有误。请把请求编号 ${requestId} 告诉平台管理员。`,
    en: `Something went wrong that is not your fault. Quote request ${requestId} when you ask the operators.`,
  };
}

/** The error as thrown, inside graphql-js's wrapping, as a log line should show it. */
export function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError
    ? rootCause(error.originalError)
    : error;
}
