/**
 * Every field that a log line may have besides pino's own (`level`, `time`, `name`, `msg`), and its meaning.
 * docs/operations.md lists them, and a test compares both. Enter a new field in both.
 */
export const LOG_FIELDS = {
  requestId: "the request's id, which the client gets in `x-request-id`",
  clientRequestId: "the client's own id of the request (`x-request-id`), if it is well formed",
  traceId: "the trace, where traces are sent",
  status: "HTTP status of the answer, or of a webhook's receiver",
  ms: "time to answer, in milliseconds",
  viewer: "subject of the person or partner system; left out without a token",
  feedId: "the calendar feed, never its secret",
  err: "an unforeseen fault: its kind, message, code and place in the code, shortened",
  causes: "unforeseen faults of one answer",
  fault: "what was wrong, in words",
  code: "code of the fault, such as PostgreSQL's or the system's",
  subgraph: "the subgraph in which it happened",
  path: "field of the answer in which it happened",
  file: "the supergraph's file, of the engine alone",
  url: "where the process listens",
  pool: "the pool of connections to PostgreSQL",
  awayMs: "how long the database was away, in milliseconds",
  turnedAway: "requests turned away during an overload",
  seconds: "how long it lasted",
  connections: "connections that were still open when the hub stopped waiting for them",
  endpointId: "the webhook endpoint",
  deliveryId: "the delivery",
  host: "the receiver's host, without path and query",
  durationMs: "how long the attempt took, in milliseconds",
  failures: "attempts that have failed so far",
  deliveries: "deliveries taken over from a worker that crashed",
  mailId: "the mail, never its address or text",
  mails: "mails taken over from a worker that crashed",
  endpoints: "endpoints whose secrets are encrypted with another key",
  cleared: "entries of the update log, or notices, that were cleared",
  leavings: "units that left a committee on a day planned before",
  terms: "planned terms that took over",
} as const;

/** Fields of a line in the log. */
export type LogFields = { readonly [Name in keyof typeof LOG_FIELDS]?: unknown };
