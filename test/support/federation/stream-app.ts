import { readConfig } from "@alliance-hub/gateway/config";
import { type AppConfig, createApp } from "@alliance-hub/gateway/http/app";
import { CATALOGUE_ONLY } from "@alliance-hub/gateway/http/errors/error-policy";
import { createMetrics } from "@alliance-hub/gateway/http/metrics/metrics";
import { createLog } from "@alliance-hub/platform/log/log";
import { createLanguageChoice } from "@alliance-hub/platform/words/language";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";

/** The gateway's HTTP side over an engine, as the hub has it, on a free port. */
export interface StreamApp extends AsyncDisposable {
  readonly url: string;
}

/** Starts it. @param over what differs. Nobody has a standing unless this says so. */
export async function startStreamApp(
  over: Pick<AppConfig, "engine"> & Partial<AppConfig>,
): Promise<StreamApp> {
  const app = await createApp({
    introspection: true,
    errors: CATALOGUE_ONLY,
    identify: async () => ANONYMOUS,
    resumeArgument: "after",
    limits: readConfig({}).limits,
    forwardHeaders: [],
    corsOrigins: [],
    chooseLanguage: createLanguageChoice("en"),
    log: createLog({ level: "silent", name: "test" }),
    metrics: createMetrics(),
    isReady: async () => true,
    ...over,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url, [Symbol.asyncDispose]: () => app.close() };
}
