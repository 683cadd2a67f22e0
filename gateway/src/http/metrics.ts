import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** Figures for Prometheus. They name no viewer, record or variable. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** One answered GraphQL request. @param seconds from the first byte in to the last byte out. */
  observeRequest(status: number, seconds: number): void;
  /** One GraphQL request whose operation was known: parsed, validated and planned before. */
  observePrepared(): void;
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
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observeRequest: (status, seconds) => requests.observe({ status }, seconds),
    observePrepared: () => prepared.inc(),
    observeStatement: (seconds) => {
      statements.inc();
      statementSeconds.inc(seconds);
    },
  };
}
