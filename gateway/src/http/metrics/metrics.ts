import { addGauges } from "@alliance-hub/platform/metrics/gauge";
import {
  type SubgraphMetrics,
  createSubgraphMetrics,
} from "@alliance-hub/platform/serve/subgraph-metrics";
import { Counter, Histogram } from "prom-client";
import type { AdmissionFigures } from "../admission/admission.ts";
import type { OperationLabelsOptions } from "./operation-labels.ts";
import { type AnsweredOperation, createOperationMetrics } from "./operation-metrics.ts";

/** How a request for a calendar was answered. */
export type CalendarOutcome = "sent" | "unchanged" | "unknown" | "unavailable";

/** What metrics say about streams. */
export interface StreamFigures {
  readonly open: () => number;
  readonly sharedSubscriptions: () => number;
  readonly catchUps: { readonly inProgress: number; readonly queued: number };
}

/** Prometheus metrics. They contain no viewer, record or variable. */
export interface Metrics extends SubgraphMetrics {
  /** One answered GraphQL request. @param seconds from the first byte in to the last byte out. */
  observeRequest(status: number, seconds: number): void;
  /** One GraphQL request on the fast path: its operation was already parsed, validated and planned. */
  observeFastPath(): void;
  /** One operation, over whatever transport. */
  observeOperation(answered: AnsweredOperation): void;
  /** One request for a calendar. */
  observeCalendar(outcome: CalendarOutcome): void;
  /** Open streams, shared subscriptions, and catch-ups. Called once. */
  watchStreams(count: StreamFigures): void;
  /** Work in progress, work that waits, and what was turned away. Called once. */
  watchAdmission(figures: AdmissionFigures): void;
  /** One event that was completed. @param subscribers to how many it goes. */
  observeEvent(subscribers: number): void;
  /** One stream whose subscriber was so slow that it goes on from the log. */
  observeOverflow(): void;
}

/** A registry of its own for each hub, so that two in one process do not add up. @param names of operations that may be labels. */
export function createMetrics(names?: OperationLabelsOptions): Metrics {
  const own = createSubgraphMetrics();
  const { registry } = own;
  const registers = [registry];
  const counter = (name: string, help: string): Counter => new Counter({ name, help, registers });
  const requests = new Histogram({
    name: "hub_request_seconds",
    help: "Time to answer a GraphQL request, by HTTP status",
    labelNames: ["status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  const prepared = counter(
    // The fast path by its older name, which operators' dashboards know.
    "hub_prepared_requests_total",
    "GraphQL requests whose operation was parsed, validated and planned before",
  );
  const calendars = new Counter({
    name: "hub_calendar_reads_total",
    help: "Requests for calendars, by outcome: sent, unchanged, unknown or unavailable",
    labelNames: ["outcome"],
    registers,
  });
  const events = counter(
    "hub_stream_events_total",
    "Events of subscriptions completed, each for a shared subscription",
  );
  const deliveries = counter("hub_stream_deliveries_total", "Events handed to streams");
  const overflows = counter(
    "hub_stream_overflows_total",
    "Streams whose subscribers fell behind and went on from the log",
  );
  return {
    ...own,
    observeRequest: (status, seconds) => requests.observe({ status }, seconds),
    observeFastPath: () => prepared.inc(),
    observeOperation: createOperationMetrics(registry, names),
    observeCalendar: (outcome) => calendars.inc({ outcome }),
    watchStreams: ({ open, sharedSubscriptions, catchUps }) =>
      addGauges(registry, [
        { name: "hub_streams", help: "Streams that are open", value: open },
        {
          // Shared subscriptions by their older name, which operators' dashboards know.
          name: "hub_stream_groups",
          help: "Shared subscriptions",
          value: sharedSubscriptions,
        },
        {
          name: "hub_catch_ups_in_progress",
          help: "Catch-ups that read what streams missed",
          value: () => catchUps.inProgress,
        },
        {
          name: "hub_catch_ups_queued",
          help: "Catch-ups that wait to be read",
          value: () => catchUps.queued,
        },
      ]),
    watchAdmission: (figures) => {
      addGauges(registry, [
        {
          name: "hub_requests_in_progress",
          help: "Operations in progress",
          value: () => figures.inProgress,
        },
        {
          name: "hub_requests_queued",
          help: "Operations that wait to begin",
          value: () => figures.queued,
        },
      ]);
      registry.registerMetric(
        new Counter({
          name: "hub_requests_turned_away_total",
          help: "Requests that were answered OVERLOADED",
          collect() {
            this.reset();
            this.inc(figures.turnedAway);
          },
          registers: [],
        }),
      );
    },
    observeEvent: (subscribers) => {
      events.inc();
      deliveries.inc(subscribers);
    },
    observeOverflow: () => overflows.inc(),
  };
}
