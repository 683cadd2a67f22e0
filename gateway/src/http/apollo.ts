import { maskError } from "@alliance-hub/kit/errors/mask";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import type { Limits } from "../config.ts";
import type { Engine, EngineContext } from "../engine/engine.ts";
import { requireWithinLimits } from "./document-limits.ts";

/** What the server in front of the engine is made of. */
export interface ApolloConfig {
  readonly engine: Engine;
  readonly limits: Limits;
  readonly introspection: boolean;
}

/** Apollo Server in front of the engine: its request pipeline and errors; nothing that talks to an outside host. */
export function createApollo(config: ApolloConfig): ApolloServer<EngineContext> {
  return new ApolloServer<EngineContext>({
    gateway: config.engine.gateway,
    introspection: config.introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    parseOptions: { maxTokens: config.limits.tokens, noLocation: false },
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitDocuments(config.limits),
      maskErrors,
    ],
  });
}

function ignore(): void {}

function limitDocuments(limits: Limits): ApolloServerPlugin<EngineContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (operation) requireWithinLimits({ document, operation, variables: request.variables ?? {} }, limits);
      },
    }),
  };
}

/** The last step before a client reads anything. */
const maskErrors: ApolloServerPlugin<EngineContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
      const errors = response.body.singleResult.errors.map((error) => maskError(error, contextValue.requestId));
      response.body.singleResult.errors = errors;
    },
  }),
};
