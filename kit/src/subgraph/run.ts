import { createLog } from "../log/log.ts";
import { readServeSettings } from "./serve-settings.ts";
import { serveSubgraph } from "./serve.ts";
import type { Subgraph, SubgraphConfig } from "./subgraph.ts";

/**
 * The `main` of a subgraph that runs by itself: reads its settings, brings its tables up to date,
 * listens until SIGTERM or SIGINT and then lets requests in flight end.
 */
export async function runSubgraph(
  create: (config: SubgraphConfig) => Promise<Subgraph>,
  identity: { readonly name: string; readonly defaultPort: number },
): Promise<void> {
  const settings = readServeSettings(process.env, identity.defaultPort);
  const log = createLog({ level: settings.logLevel, name: identity.name });
  const subgraph = await create({
    databaseUrl: settings.databaseUrl,
    log,
    webhooks: settings.webhooks,
    updatesKeepDays: settings.updatesKeepDays,
  });
  await subgraph.migrate();
  const served = await serveSubgraph(subgraph, { ...settings, log });
  log.info({ url: served.url }, "listening");
  const work = subgraph.work?.();
  await new Promise<void>((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
  await served.close();
  await work?.[Symbol.asyncDispose]();
  await subgraph.close();
}
