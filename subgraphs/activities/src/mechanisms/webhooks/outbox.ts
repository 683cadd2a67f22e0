import { randomUUID } from "node:crypto";
import type { Database } from "@alliance-hub/platform/database/connect";
import { Outage } from "@alliance-hub/platform/database/outage";
import { STOP_MS, within } from "@alliance-hub/platform/database/within";
import { disposeTogether } from "@alliance-hub/platform/process/dispose-together";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { listenTo } from "@alliance-hub/updates/notifications";
import { startWorkLoop } from "@alliance-hub/updates/work-loop";
import type { WebhookEndpointTables } from "../../nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
import { clearDeliveries } from "../delivery-queue/clear.ts";
import { giveTurns } from "../../nouns/webhook-endpoint/webhook-endpoint.background.ts";
import { freeDead } from "../delivery-queue/free-dead.ts";
import { leaseDue, leaseForRobots, releaseLease } from "../delivery-queue/lease-due.ts";
import { type QueueWorker, openWorker } from "../queue-worker/queue-worker.ts";
import { attemptLeased } from "./attempt-leased.ts";
import { countForeign } from "./behind.ts";
import { type OutboxHost, ownerContexts } from "./endpoint-context.ts";
import { putAllInLine } from "./put-in-line.ts";
import { putAllNoticesInLine } from "./put-notices.ts";

/** What the outbox works with. */
export interface OutboxConfig extends OutboxHost {
  readonly databaseUrl: string;
  /**
   * Opens the outbox's own connections, so that it takes none from requests and its statements do not count as
   * theirs.
   */
  readonly connect: () => Promise<Database<WebhookEndpointTables>>;
  readonly clock: () => Date;
}

/** How many attempts of one process are in progress at once. */
const AT_ONCE = 64;
const IDLE_MS = 3000;
const HOUR_MS = 3_600_000;

/**
 * Delivers the entries of the update log to the endpoints until it is disposed of. Then it interrupts attempts
 * in progress and returns their deliveries. Several outboxes may work on one database.
 */
export function startWebhookOutbox(config: OutboxConfig): AsyncDisposable {
  const { schema, log, clock, webhooks } = config;
  const { keyId } = webhooks.secrets ?? {};
  if (keyId === undefined) {
    log.warn("webhooks are not delivered: HUB_SECRETS_KEY is not set");
    return { [Symbol.asyncDispose]: async () => undefined };
  }
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  const opened: AsyncDisposable[] = [];
  let isClosed = false;
  const outage = new Outage({ name: `${schema} webhook worker`, log });
  const idleMs = webhooks.settings.idleMs ?? IDLE_MS;
  let database: Database<WebhookEndpointTables> | undefined;
  let worker: QueueWorker | undefined;
  let isListening = false;
  let freedAt = 0;
  let clearedAt = 0;

  const work = async (): Promise<void> => {
    // Its pool survives an outage of the database. The log has one line when an outage begins and one when it
    // ends.
    database ??= await keep(await config.connect());
    if (!isListening) await listen(database);
    // It becomes another worker: the leases of the lost one no longer belong to it.
    if (worker?.lost.aborted) worker = undefined;
    worker ??= await openWorker(config, ending.signal);
    outage.reached();
    // It may have taken long to get here.
    if (ending.signal.aborted) return;
    const { rows } = database;
    const signal = AbortSignal.any([ending.signal, worker.lost]);
    const running = { ...config, signal, database };
    if (Date.now() - freedAt >= idleMs) {
      freedAt = Date.now();
      const freed = await freeDead(rows);
      if (freed > 0)
        log.info(
          { deliveries: freed },
          "webhook deliveries were taken over from a worker that crashed",
        );
    }
    if (await putAllInLine(running)) loop.wake();
    if (await putAllNoticesInLine(running)) loop.wake();
    const limit = AT_ONCE - underWay.size;
    const question = { leaseId: randomUUID(), leasedBy: worker.number, keyId, limit, now: clock() };
    const leased = { log, webhooks, contextOf: ownerContexts(running) };
    // A turn that is lost with this process costs its robot some seconds, and no message.
    const robots = await leaseForRobots(rows, await giveTurns(rows, question), question);
    const others =
      limit > robots.length ? { ...question, limit: limit - robots.length } : undefined;
    const due = others ? await leaseDue(rows, others) : [];
    for (const together of [...robots, ...due.map((delivery) => [delivery])]) {
      const [first, ...joined] = together;
      if (!first) continue;
      if (!signal.aborted) begin(attemptLeased(leased, [first, ...joined]));
      else for (const delivery of together) await releaseLease(rows, delivery);
    }
    if (Date.now() - clearedAt < HOUR_MS) return;
    clearedAt = Date.now();
    await clearDeliveries(rows, clock());
  };

  /** Keeps what was opened until the outbox is disposed of. If that has happened already, closes it at once. */
  const keep = async <T extends AsyncDisposable>(resource: T): Promise<T> => {
    if (isClosed) await resource[Symbol.asyncDispose]();
    else opened.push(resource);
    return resource;
  };
  const listen = async ({ rows }: Database<WebhookEndpointTables>): Promise<void> => {
    for (const channel of ["activity_update", "notice"])
      await keep(await listenTo({ url: config.databaseUrl, schema, channel }, () => loop.wake()));
    isListening = true;
    const foreign = await countForeign(rows, keyId);
    if (foreign === 0) return;
    const way = "set HUB_SECRETS_KEY, the same for all hubs on one database, or rotate the secrets";
    log.warn({ endpoints: foreign }, `webhook secrets are stored under another key: ${way}`);
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    // The worker's lock is released with its session.
    const closing = opened.splice(0);
    if (worker) closing.push(worker);
    worker = undefined;
    await disposeTogether(closing);
  };

  const begin = (attempt: Promise<void>): void => {
    const watched = attempt.finally(() => {
      underWay.delete(watched);
      loop.wake();
    });
    underWay.add(watched);
  };

  const loop = startWorkLoop({
    work,
    idleMs,
    onFault: (err) => {
      // If it was disposed of while opening, this is not an outage.
      if (awayIn(err)) {
        if (!ending.signal.aborted) outage.unreachable(err);
      } else log.warn({ err }, "the webhook worker failed; it tries again");
    },
  });
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      const finish = async (): Promise<void> => {
        await loop[Symbol.asyncDispose]();
        await Promise.all(underWay);
      };
      const over = finish();
      await within(STOP_MS, over, undefined);
      await close();
      // Work that did not end in time ends now, without connections, or opens one more.
      void over.then(close);
    },
  };
}
