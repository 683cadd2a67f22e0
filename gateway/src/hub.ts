import { readFile } from "node:fs/promises";
import { listen } from "@alliance-hub/platform/http/listen";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import type { Log } from "@alliance-hub/platform/log/log";
import { disposeTogether } from "@alliance-hub/platform/process/dispose-together";
import { serveMetrics } from "@alliance-hub/platform/metrics/serve-metrics";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import { statementLimitFor } from "@alliance-hub/platform/database/statement-limit";
import { createLanguageChoice } from "@alliance-hub/platform/words/language";
import { parse, validate } from "graphql";
import type { Config } from "./config.ts";
import { connectGateway, migrateAll, openDatabase } from "./database/database.ts";
import { enterDemonstrationPartners, loadDemonstration } from "./demonstration/demonstration.ts";
import { createEngine } from "./engine/operation/hub-engine.ts";
import type { Engine, EngineConfig } from "./engine/engine.ts";
import { createHttpTransport } from "./engine/transport/http/http.ts";
import { createLocalTransport } from "./engine/transport/local.ts";
import { createApp } from "./http/app.ts";
import { CATALOGUE_ONLY } from "./http/errors/error-policy.ts";
import { explorer } from "./http/explorer/explorer.ts";
import { portal } from "./http/portal/portal.ts";
import type { PortalSignIn } from "./http/portal/sign-in.ts";
import { openDemonstrationIssuer } from "./identity/demonstration-issuer.ts";
import { createIdentify } from "./identity/identity.ts";
import type { TokenIssuer } from "./identity/tokens.ts";
import { watchStandings } from "./identity/standings.ts";
import { createDiscovery } from "./identity/discovery.ts";
import { ANSWER_WITHIN_MS, discoverIssuer } from "./identity/issuer-keys.ts";
import { oidcSignIn } from "./http/portal/oidc-sign-in.ts";
import { identifyWithin } from "./identity/within-time.ts";
import { createReadiness } from "./instruments/readiness.ts";
import { openInstruments } from "./instruments/instruments.ts";
import { demonstrationSignIn } from "./demonstration/portal-people.ts";
import { createSampleIds } from "./demonstration/sample-ids.ts";
import { openSecretsKey } from "./database/secrets-key.ts";
import { PERSONAL_SUBSCRIPTIONS } from "./streams/personal-subscriptions.ts";
import { createSubgraphs } from "./subgraphs.ts";

/** A hub that listens. Disposing of it finishes requests in flight and stops everything that it started. */
export interface Hub extends AsyncDisposable {
  readonly url: string;
  /** Resolves with the reason if the hub can no longer work, for example because its database cluster died. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/** Files of the graph, which `npm run schema` writes. */
const graphFile = (name: string): URL => new URL(`../../schema/${name}`, import.meta.url);

/**
 * Builds the whole hub: database, subgraphs, engine, HTTP. The only place that knows all four subgraphs.
 *
 * @param report called for every step, for the person who started it.
 * @param clock by which rights begin and end, and records are dated. Default: the system's.
 */
export async function createHub(
  config: Config,
  report: (step: string) => void = () => undefined,
  clock: () => Date = () => new Date(),
): Promise<Hub> {
  await using started = new AsyncDisposableStack();
  const operations = { known: await contractOperationNames() };
  const instruments = await openInstruments({ ...config, name: "hub", operations });
  started.use(instruments);
  const { log, metrics, tracing } = instruments;

  const database = started.use(await openDatabase(config, report, (line) => log.warn(line)));
  const secretsKey = await openSecretsKey(config, report);
  const connections = {
    ...instruments.database,
    poolSize: config.poolSize,
    statementTimeoutMs: statementLimitFor(config.limits.deadlineMs),
  };
  const subgraphs = await createSubgraphs({
    databaseUrl: database.url,
    ...connections,
    webhooks: {
      ...(secretsKey ? { secretsKey } : {}),
      privateAddresses: config.webhooksPrivateAddresses,
      ...(config.hubAddress === undefined ? {} : { hubAddress: config.hubAddress }),
      onAttempt: (attempt) => metrics.observeWebhook(attempt),
      tracing,
    },
    mail: config.mail,
    updatesKeepDays: config.updatesKeepDays,
    clock,
  });
  const databases = started.adopt<AsyncDisposable[]>([...subgraphs], disposeTogether);
  await migrateAll(database.url, subgraphs, report);
  const directory = await connectGateway(database.url, connections);
  databases.push(directory);

  const { issuer, signIn } = await openSignIn(config, log);
  if (!config.oidc) {
    await loadDemonstration(subgraphs, { scale: 0, report });
    await enterDemonstrationPartners(directory.rows, config.dataDirectory, report);
  }

  const supergraphSdl = await readFile(graphFile("supergraph.graphql"), "utf8");
  const engine = started.use(
    createEngine({
      supergraphSdl,
      scalars: [DateScalar, DateTimeScalar],
      transport: transportTo(config, subgraphs, log),
    }),
  );
  const identify = identifyWithin(
    createIdentify(directory.rows, issuer, clock),
    config.limits.deadlineMs,
  );
  const app = await createApp({
    engine,
    introspection: config.introspection,
    errors: CATALOGUE_ONLY,
    identify,
    standings: watchStandings(directory.rows, database.url, { log, clock }),
    resumeArgument: "after",
    personalSubscriptions: PERSONAL_SUBSCRIPTIONS,
    calendars: { rows: directory.rows },
    limits: config.limits,
    forwardHeaders: [],
    corsOrigins: config.corsOrigins,
    chooseLanguage: createLanguageChoice(config.language),
    trustedProxies: config.trustedProxies,
    log,
    metrics,
    tracing,
    servesMetrics: config.metricsPort === undefined,
    isReady: createReadiness({ directory, subgraphs, subgraphUrls: config.subgraphUrls }),
  });
  const working = started.adopt<AsyncDisposable[]>(
    [{ [Symbol.asyncDispose]: () => app.close() }],
    disposeTogether,
  );
  await app.register(portal, { signIn });
  if (config.introspection) {
    await app.register(explorer, {
      exampleOperations: await exampleOperations(engine),
      endpoint: "/graphql",
      ...(config.oidc ? {} : { sampleIds: createSampleIds(engine, directory.rows, identify) }),
    });
  }
  const figures = started.use(await serveMetrics(metrics.registry, config));
  if (figures) report(`Metrics: ${figures.url}`);
  const url = await listen(app, config);
  for (const subgraph of subgraphs) {
    if (config.subgraphUrls?.[subgraph.name] !== undefined) continue;
    const work = subgraph.work?.();
    if (work) working.push(work);
    metrics.watchBacklog(subgraph);
  }

  const running = started.move();
  const close = (): Promise<void> => running.disposeAsync();
  return { url, lost: database.lost, close, [Symbol.asyncDispose]: close };
}

function transportTo(
  config: Config,
  subgraphs: readonly Subgraph[],
  log: Log,
): EngineConfig["transport"] {
  const { subgraphUrls: urls, gatewaySecret } = config;
  return ({ name }) => {
    const url = urls?.[name];
    if (url !== undefined && gatewaySecret !== undefined)
      return createHttpTransport({ name, url, gatewaySecret });
    const subgraph = subgraphs.find((candidate) => candidate.name === name);
    if (!subgraph) throw new Error(`The supergraph names a subgraph "${name}" that is not here.`);
    return createLocalTransport(subgraph, log);
  };
}

/** Names of the client contract's operations, served by this hub or not. */
async function contractOperationNames(): Promise<string[]> {
  const { definitions } = parse(await readFile(graphFile("client-operations.graphql"), "utf8"));
  return definitions.flatMap((one) => ("name" in one && one.name ? [one.name.value] : []));
}

/** Who signs tokens, and how people come by one at the portal. */
async function openSignIn(
  config: Config,
  log: Log,
): Promise<{ readonly issuer: TokenIssuer; readonly signIn: PortalSignIn }> {
  if (config.oidc) {
    const { issuer, audience } = config.oidc;
    const discovery = createDiscovery(issuer, ANSWER_WITHIN_MS);
    return {
      issuer: discoverIssuer({ discovery, audience, log }),
      signIn: oidcSignIn(config.oidc, discovery),
    };
  }
  const issuer = await openDemonstrationIssuer(config.dataDirectory);
  return { issuer, signIn: demonstrationSignIn(issuer) };
}

/** The client contract's operations that this hub serves, for the explorer. */
async function exampleOperations(engine: Engine): Promise<string> {
  const text = await readFile(graphFile("client-operations.graphql"), "utf8");
  const document = parse(text);
  let served = text;
  // From the end, so that cutting does not move what comes before. Section lines stay.
  for (const definition of document.definitions.toReversed()) {
    const faults = validate(engine.apiSchema(), { ...document, definitions: [definition] });
    const { start, end } = definition.loc ?? { start: 0, end: 0 };
    if (faults.length > 0) served = served.slice(0, start) + served.slice(end);
  }
  return served;
}
