import type { WebhookAttemptReport } from "@alliance-hub/kit/webhooks/settings";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** Figures for Prometheus. They name no viewer, record or variable. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** One answered GraphQL request. @param seconds from the first byte in to the last byte out. */
  observeRequest(status: number, seconds: number): void;
  /** One GraphQL request whose operation was known: parsed, validated and planned before. */
  observePrepared(): void;
  /** Streams that are open, and groups of them that are told the same. Called once. */
  watchStreams(count: { readonly open: () => number; readonly groups: () => number }): void;
  /** One event that was completed. @param readers to whom it goes. */
  observeEvent(readers: number): void;
  /** One stream whose reader was so slow that it goes on from the log. */
  observeOverflow(): void;
  /** One attempt to deliver an update to a webhook endpoint, where this process delivers. */
  observeWebhook(attempt: WebhookAttemptReport): void;
  /** One SQL statement. @param seconds from sending to the last row. */
  observeStatement(seconds: number): void;
}

/** A registry of its own for each hub, so that two in one process do not add up. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "hub_request_seconds",
    help: "Time to answer a GraphQL request, by HTTP status",
    labelNames: ["status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  });
  const prepared = new Counter({
    name: "hub_prepared_requests_total",
    help: "GraphQL requests whose operation was parsed, validated and planned before",
    registers: [registry],
  });
  const statements = new Counter({
    name: "hub_sql_statements_total",
    help: "SQL statements sent",
    registers: [registry],
  });
  const statementSeconds = new Counter({
    name: "hub_sql_seconds_total",
    help: "Time spent in SQL statements",
    registers: [registry],
  });
  const events = new Counter({
    name: "hub_stream_events_total",
    help: "Events of subscriptions completed, each for a group of streams",
    registers: [registry],
  });
  const deliveries = new Counter({
    name: "hub_stream_deliveries_total",
    help: "Events handed to the streams of their groups",
    registers: [registry],
  });
  const overflows = new Counter({
    name: "hub_stream_overflows_total",
    help: "Streams whose readers fell behind and went on from the log",
    registers: [registry],
  });
  const webhooks = new Histogram({
    name: "hub_webhook_attempt_seconds",
    help: "Time that receivers of webhooks took to answer, by outcome: delivered or failed",
    labelNames: ["outcome"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const disabled = new Counter({
    name: "hub_webhook_endpoints_disabled_total",
    help: "Webhook endpoints disabled after the last attempt had failed",
    registers: [registry],
  });
  const gauge = (name: string, help: string, count: () => number): void => {
    const collect = function (this: Gauge): void {
      this.set(count());
    };
    registry.registerMetric(new Gauge({ name, help, collect, registers: [] }));
  };
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observeRequest: (status, seconds) => requests.observe({ status }, seconds),
    watchStreams: ({ open, groups }) => {
      gauge("hub_streams", "Streams that are open", open);
      gauge("hub_stream_groups", "Groups of streams that are told the same", groups);
    },
    observeEvent: (readers) => {
      events.inc();
      deliveries.inc(readers);
    },
    observeWebhook: ({ isDelivered, durationMs, isDisabled }) => {
      webhooks.observe({ outcome: isDelivered ? "delivered" : "failed" }, durationMs / 1000);
      if (isDisabled) disabled.inc();
    },
    observeOverflow: () => overflows.inc(),
    observePrepared: () => prepared.inc(),
    observeStatement: (seconds) => {
      statements.inc();
      statementSeconds.inc(seconds);
    },
  };
}
