import type { LogEvent } from "kysely";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { PoolUse } from "../database/pool-use.ts";
import type { Backlog } from "../subgraph/backlog.ts";
import type { Subgraph } from "../subgraph/subgraph.ts";
import type { WebhookAttemptReport } from "../webhooks/settings.ts";
import { addGauges } from "../metrics/gauge.ts";
import { remembered } from "../metrics/remembered.ts";

/** Prometheus metrics of a process that hosts subgraphs. They contain no viewer, record or value. */
export interface SubgraphMetrics {
  readonly registry: Registry;
  /** One SQL statement. */
  observeStatement(event: Pick<LogEvent, "queryDurationMillis">): void;
  /** A pool of connections. A later pool with the same name replaces it. */
  watchPool(pool: PoolUse): void;
  /** One attempt to deliver an update to a webhook endpoint. */
  observeWebhook(attempt: WebhookAttemptReport): void;
  /** A subgraph that does background work. */
  watchBacklog(subgraph: Pick<Subgraph, "readBacklog">): void;
}

/**
 * The backlog is read from the database. It is not read for each scrape, and a scrape does not wait long for
 * it.
 */
const BACKLOG = { goodMs: 10_000, waitMs: 1000 };

/** A registry of its own for each process or hub, so that two in one process do not add up. */
export function createSubgraphMetrics(): SubgraphMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const statements = new Counter({
    name: "hub_sql_statements_total",
    help: "SQL statements sent",
    registers,
  });
  const statementSeconds = new Counter({
    name: "hub_sql_seconds_total",
    help: "Time spent in SQL statements",
    registers,
  });
  const webhooks = new Histogram({
    name: "hub_webhook_attempt_seconds",
    help: "Time that receivers of webhooks took to answer, by outcome: delivered or failed",
    labelNames: ["outcome"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const disabled = new Counter({
    name: "hub_webhook_endpoints_disabled_total",
    help: "Webhook endpoints disabled after the last attempt had failed",
    registers,
  });
  return {
    registry,
    observeStatement: ({ queryDurationMillis }) => {
      statements.inc();
      statementSeconds.inc(queryDurationMillis / 1000);
    },
    watchPool: watchPools(registry),
    observeWebhook: ({ isDelivered, durationMs, isDisabled }) => {
      webhooks.observe({ outcome: isDelivered ? "delivered" : "failed" }, durationMs / 1000);
      if (isDisabled) disabled.inc();
    },
    watchBacklog: ({ readBacklog }) => {
      if (readBacklog) addBacklog(registry, remembered(readBacklog, BACKLOG));
    },
  };
}

function watchPools(registry: Registry): (pool: PoolUse) => void {
  const pools = new Map<string, PoolUse>();
  const gauge = <Label extends string>(
    about: { name: string; help: string; labelNames: Label[] },
    set: (gauge: Gauge<Label>, pool: PoolUse) => void,
  ): void => {
    const collect = function (this: Gauge<Label>): void {
      for (const pool of pools.values()) set(this, pool);
    };
    registry.registerMetric(new Gauge({ ...about, collect, registers: [] }));
  };
  gauge(
    {
      name: "hub_pool_connections",
      help: "Connections to PostgreSQL, by pool and state: used or idle",
      labelNames: ["pool", "state"],
    },
    (connections, pool) => {
      const { inUse, total } = pool.figures();
      connections.set({ pool: pool.name, state: "used" }, inUse);
      connections.set({ pool: pool.name, state: "idle" }, total - inUse);
    },
  );
  gauge(
    {
      name: "hub_pool_size",
      help: "Maximum number of connections to PostgreSQL, by pool",
      labelNames: ["pool"],
    },
    (size, pool) => size.set({ pool: pool.name }, pool.size),
  );
  gauge(
    {
      name: "hub_pool_waiting",
      help: "Callers that wait for a connection to PostgreSQL or for a transaction to end, by pool",
      labelNames: ["pool"],
    },
    (waiting, pool) => waiting.set({ pool: pool.name }, pool.figures().waiting),
  );
  return (pool) => void pools.set(pool.name, pool);
}

/** The kinds of work that can wait: the gauge's name, and what it counts. */
const WAITING = [
  [
    "updates",
    "update",
    "Entries of the update log that this process has not yet sent to its subscribers",
  ],
  [
    "notices",
    "notice",
    "Entries of the log of notices that this process has not yet sent to its subscribers",
  ],
  [
    "webhooks",
    "webhook",
    "Deliveries of webhooks to enabled endpoints that wait for an attempt, in the whole database",
  ],
  ["mail", "mail", "Mails that should have been sent, in the whole database"],
] as const satisfies readonly (readonly [keyof Backlog, string, string])[];

function addBacklog(registry: Registry, read: () => Promise<Backlog | undefined>): void {
  for (const [kind, name, help] of WAITING)
    addGauges(registry, [
      { name: `hub_${name}_backlog`, help, value: async () => (await read())?.[kind].count },
      {
        name: `hub_${name}_backlog_seconds`,
        help: "Age of the oldest of them",
        value: async () => (await read())?.[kind].seconds,
      },
    ]);
  addGauges(registry, [
    {
      name: "hub_backlog_known",
      help: "Whether the backlogs could be read from the database: 1 or 0; if 0, they are left out",
      value: async () => ((await read()) ? 1 : 0),
    },
  ]);
}
