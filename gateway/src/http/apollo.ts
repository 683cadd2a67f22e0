import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { UNAVAILABLE_STATUS } from "@alliance-hub/platform/errors/unavailable";
import type { Log } from "@alliance-hub/platform/log/log";
import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { Limits } from "../settings/limits.ts";
import type { Words } from "@alliance-hub/platform/words/words";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { Engine } from "../engine/engine.ts";
import { requireWithinLimits } from "./limits/document-limits.ts";
import type { ErrorPolicy } from "./errors/error-policy.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { errorStatus } from "./errors/error-status.ts";
import { RETRY_AFTER_SECONDS, isUnanswered } from "./errors/unanswered.ts";
import type { RequestContext } from "./request/request-context.ts";

/** What the server in front of the engine is made of. */
export interface ApolloConfig {
  readonly engine: Engine;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  readonly chooseLanguage: ChooseLanguage;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "observeOperation">;
  /** Others that follow a request through the pipeline. */
  readonly plugins: readonly ApolloServerPlugin<RequestContext>[];
}

/** Apollo Server in front of the engine: its request pipeline and errors; nothing that talks to an outside host. */
export function createApollo(config: ApolloConfig): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway: config.engine.gateway,
    introspection: config.introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: config.limits.tokens, noLocation: false },
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitDocuments(config.limits),
      ...config.plugins,
      presentAnswers(config),
    ],
  });
}

function ignore(): void {}

/** Before planning: which operation is meant, and whether it is too large. */
function limitDocuments(limits: Limits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) throw refusedOperation(NO_OPERATION);
        if (operation.operation === "subscription") throw refusedOperation(NO_SUBSCRIPTIONS);
        const variables = request.variables ?? {};
        requireWithinLimits({ schema, document, operation, variables }, limits);
      },
    }),
  };
}

const NO_OPERATION: Words = {
  zh: "无法确定要执行哪一个操作。请用 operationName 指明文档中的一个。",
  en: 'It is not clear which operation is meant. Send "operationName" with the name of one in the document.',
};
const NO_SUBSCRIPTIONS: Words = {
  zh: "订阅以事件流答复。请发送 Accept: text/event-stream。",
  en: 'A subscription answers as a stream of events. Send "Accept: text/event-stream".',
};

function refusedOperation(words: Words): HubError {
  return new HubError("BAD_USER_INPUT", words, { http: { status: 400 } });
}

/** The last step before the client gets anything. Masked errors are logged with their cause. */
function presentAnswers({
  errors: policy,
  chooseLanguage,
  log,
  metrics,
}: ApolloConfig): ApolloServerPlugin<RequestContext> {
  const present = (answer: Answer): void => {
    const { request, response, contextValue, errors: causes, operation } = answer;
    if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
    const { requestId, acceptLanguage } = contextValue;
    const errors = response.body.singleResult.errors;
    const { status } = response.http;
    if (status !== undefined) {
      const accept = request.http?.headers.get("accept");
      response.http.status = errorStatus(status, errors[0]?.extensions?.["code"], accept);
    }
    const { data } = response.body.singleResult;
    if (isUnanswered({ kind: operation?.operation, data, errors })) {
      response.http.status = UNAVAILABLE_STATUS;
      response.http.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
    }
    if (!errors.every(policy.isShown)) {
      log.error({ requestId, causes: causes ?? errors }, "unforeseen fault");
    }
    const language = chooseLanguage(acceptLanguage);
    response.http.headers.set("content-language", language);
    const reader = { requestId, language };
    response.body.singleResult.errors = errors.map((error) => policy.show(error, reader));
  };
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        willSendResponse: async (answer) => {
          present(answer);
          const { body } = answer.response;
          metrics.observeOperation({
            operation: answer.operation,
            errors: body.kind === "single" ? body.singleResult.errors : undefined,
            seconds: (performance.now() - startedAt) / 1000,
          });
        },
      };
    },
  };
}

type Answer = GraphQLRequestContextWillSendResponse<RequestContext>;
