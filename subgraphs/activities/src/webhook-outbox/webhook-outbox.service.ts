import type { Log } from "@alliance-hub/kit/log/log";
import type { SubgraphRequest } from "@alliance-hub/kit/subgraph/subgraph";
import { listenTo } from "@alliance-hub/kit/updates/notifications";
import { startRounds } from "@alliance-hub/kit/updates/rounds";
import { readStanding } from "@alliance-hub/kit/viewer/standing";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import type { Webhooks } from "@alliance-hub/kit/webhooks/webhooks";
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ActivitiesContext } from "../context.ts";
import { type ActivitiesTables, SCHEMA } from "../database.ts";
import { readLog } from "../update-log/update-log.loaders.ts";
import type { LeasedDelivery } from "../webhook-attempt/webhook-attempt.entity.ts";
import { attemptDelivery, releaseLease } from "../webhook-attempt/webhook-attempt.service.ts";
import { putInLine } from "../webhook-cursor/webhook-cursor.service.ts";
import { clearDeliveries, countForeign, leaseDue, readBehind } from "./webhook-outbox.loaders.ts";

/** What the outbox works with. */
export interface OutboxConfig {
  readonly databaseUrl: string;
  readonly rows: Kysely<ActivitiesTables>;
  readonly log: Log;
  readonly clock: () => Date;
  readonly webhooks: Webhooks;
  readonly createContext: (request: SubgraphRequest) => ActivitiesContext;
}

/** Attempts of one process that are under way at once. */
const AT_ONCE = 64;
const IDLE_MS = 3000;
const HOUR_MS = 3_600_000;

/**
 * Delivers what is in the update log to the endpoints, until it is disposed of; then attempts under
 * way are broken off and given back. Several may work on one database.
 */
export function startWebhookOutbox(config: OutboxConfig): AsyncDisposable {
  const { rows, log, clock, webhooks } = config;
  const { secrets } = webhooks;
  if (!secrets) {
    log.warn("webhooks are not delivered: HUB_SECRETS_KEY is not set");
    return { [Symbol.asyncDispose]: async () => undefined };
  }
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  const onFault = (err: unknown): void =>
    log.warn({ err }, "webhooks could not be looked after; it is tried again");
  let listening: AsyncDisposable | undefined;
  let clearedAt = 0;

  const contextOf = async (organizationId: string): Promise<ActivitiesContext> =>
    config.createContext({
      viewer: await ownerOf(rows, organizationId),
      requestId: "webhooks",
      signal: ending.signal,
    });

  const attempt = async (delivery: LeasedDelivery): Promise<void> => {
    const { id: deliveryId, endpointId, address, leaseId } = delivery;
    try {
      const context = await contextOf(delivery.organizationId);
      const failed = await attemptDelivery(context, delivery);
      if (!failed) return;
      const { status, durationMs, error, isDisabled } = failed;
      // Paths and queries of addresses may hold secrets of the receiver.
      const about = { endpointId, deliveryId, host: new URL(address).host, status, durationMs };
      log.info({ ...about, failures: delivery.failures + 1 }, `a webhook failed: ${error}`);
      if (isDisabled) log.warn({ endpointId }, `a webhook endpoint has been disabled: ${error}`);
    } catch (err) {
      // It is due again when the lease has run out.
      log.warn({ err, endpointId, deliveryId, leaseId }, "a webhook could not be attempted");
    }
  };

  const start = async (): Promise<AsyncDisposable> => {
    const foreign = await countForeign(rows, secrets.keyId);
    if (foreign > 0) {
      const way =
        "set HUB_SECRETS_KEY, the same for all hubs on one database, or rotate the secrets";
      log.warn({ endpoints: foreign }, `webhook secrets are stored under another key: ${way}`);
    }
    return await listenTo(
      { url: config.databaseUrl, schema: SCHEMA, channel: "activity_update" },
      () => rounds.wake(),
    );
  };

  const round = async (): Promise<void> => {
    listening ??= await start();
    await tellEndpoints();
    const leased = await leaseDue(rows, {
      leaseId: randomUUID(),
      keyId: secrets.keyId,
      limit: AT_ONCE - underWay.size,
      now: clock(),
    });
    for (const delivery of leased) {
      if (ending.signal.aborted) await releaseLease(rows, delivery);
      else begin(attempt(delivery));
    }
    if (Date.now() - clearedAt < HOUR_MS) return;
    clearedAt = Date.now();
    await clearDeliveries(rows, clock());
  };

  const begin = (work: Promise<void>): void => {
    const watched = work.finally(() => {
      underWay.delete(watched);
      rounds.wake();
    });
    underWay.add(watched);
  };

  /** Turns entries of the log into deliveries. */
  const tellEndpoints = async (): Promise<void> => {
    const behind = await readBehind(rows);
    if (behind.length === 0) return;
    const updates = await readLog(rows);
    const contexts = new Map<string, ActivitiesContext>();
    for (const endpoint of behind) {
      if (endpoint.cursorNumber >= updates.committed) continue;
      const { organizationId } = endpoint;
      try {
        const context = contexts.get(organizationId) ?? (await contextOf(organizationId));
        contexts.set(organizationId, context);
        if (await putInLine(context, endpoint, updates)) rounds.wake();
      } catch (err) {
        // One that cannot be told does not hold up the others.
        log.warn({ err, endpointId: endpoint.id }, "a webhook endpoint could not be told");
      }
    }
  };

  const idleMs = webhooks.settings.idleMs ?? IDLE_MS;
  const rounds = startRounds({ round, idleMs, onFault });
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await rounds[Symbol.asyncDispose]();
      await Promise.all(underWay);
      await listening?.[Symbol.asyncDispose]();
    },
  };
}

/** Whoever an endpoint belongs to, as the records say now. */
async function ownerOf(rows: Kysely<ActivitiesTables>, organizationId: string): Promise<Viewer> {
  return {
    kind: "PARTNER",
    subject: "webhooks",
    ...(await readStanding(rows, { organizationId })),
    roles: [],
    scopes: [`${SCHEMA}:read`],
  };
}
