import { UNAVAILABLE_STATUS } from "@alliance-hub/platform/errors/unavailable";
import type { Log } from "@alliance-hub/platform/log/log";
import { type ExecutionResult, GraphQLError } from "graphql";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { ErrorPolicy } from "../errors/error-policy.ts";
import { languageOfReply } from "../errors/reply-errors.ts";
import type { RequestContext } from "../request/request-context.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { errorStatus } from "../errors/error-status.ts";
import { RETRY_AFTER_SECONDS, isUnanswered } from "../errors/unanswered.ts";
import type { KnownOperation, KnownOperations } from "./known-operations.ts";
import type { NegotiatedTypes } from "./media-types.ts";
import { type PlainRequest, plainRequestOf } from "./request.ts";
import { type ResponseHead, responseHeadOf } from "./response.ts";

/** What the fast path needs. */
export interface FastPathConfig {
  readonly operations: KnownOperations;
  readonly types: NegotiatedTypes;
  readonly errors: ErrorPolicy;
  readonly chooseLanguage: ChooseLanguage;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "observeFastPath" | "observeOperation">;
  readonly createContext: (request: FastifyRequest) => RequestContext;
}

/** Answers a request; undefined if it has to go through Apollo's pipeline. */
export type FastPath = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Buffer> | undefined;

/**
 * Answers operations that have gone through Apollo's pipeline before, without the pipeline: the document is not
 * hashed, parsed, validated, measured and planned again. For a client both ways give the same bytes;
 * `test/scenarios/fast-path` compares them.
 */
export function createFastPath(config: FastPathConfig): FastPath {
  return (request, reply) => {
    const asked = plainRequestOf(request);
    if (!asked) return undefined;
    const contentType = config.types.find(request.headers.accept);
    if (contentType === undefined) return undefined;
    const operation = config.operations.find(asked.query, asked.operationName);
    if (!operation) return undefined;
    config.metrics.observeFastPath();
    const startedAt = performance.now();
    const observe = (errors?: ResponseHead["errors"]): void =>
      config.metrics.observeOperation({
        operation: operation.prepared.operation,
        errors,
        seconds: (performance.now() - startedAt) / 1000,
      });
    void reply.header("content-type", contentType);
    const context = config.createContext(request);
    return run(operation, asked, context).then((result) => {
      if (!result.errors?.length) {
        observe();
        return stringify(result, undefined);
      }
      const head = responseHeadOf(result);
      for (const [name, value] of head.headers) void reply.header(name, value);
      const { accept } = request.headers;
      void reply.code(errorStatus(head.status, head.errors[0]?.extensions?.["code"], accept));
      const { operation: kind } = operation.prepared.operation;
      if (isUnanswered({ kind, data: result.data, errors: head.errors })) {
        void reply.code(UNAVAILABLE_STATUS).header("retry-after", String(RETRY_AFTER_SECONDS));
      }
      if (!head.errors.every(config.errors.isShown)) {
        config.log.error(
          { requestId: context.requestId, causes: result.errors },
          "unforeseen fault",
        );
      }
      const language = languageOfReply(request, reply, config.chooseLanguage);
      const reader = { requestId: context.requestId, language };
      const shown = head.errors.map((error) => config.errors.show(error, reader));
      observe(shown);
      return stringify(result, shown);
    });
  };
}

async function run(
  operation: KnownOperation,
  { variables }: PlainRequest,
  context: RequestContext,
): Promise<ExecutionResult> {
  try {
    operation.requireWithinLimits(variables ?? {});
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  return await operation.prepared.execute(variables, context);
}

/**
 * Members in the order in which a person reads them, and a line break at the end, as Apollo writes it. As
 * bytes, because a string would be measured for the header and then encoded piece by piece.
 */
function stringify(
  { data, extensions }: ExecutionResult,
  errors: ExecutionResult["errors"] | readonly object[],
): Buffer {
  return Buffer.from(`${JSON.stringify({ errors, data, extensions })}\n`);
}
