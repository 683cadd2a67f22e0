import { ERROR_CATALOGUE } from "@alliance-hub/platform/errors/catalogue";
import type { GraphQLFormattedError, OperationDefinitionNode } from "graphql";
import { currentSpan } from "@alliance-hub/platform/trace/span";
import { Counter, Histogram, type Registry } from "prom-client";
import { OTHER, type OperationLabelsOptions, createOperationLabels } from "./operation-labels.ts";

/** One operation that was answered, over whatever transport. */
export interface AnsweredOperation {
  /** Undefined where the document could not be read. */
  readonly operation: OperationDefinitionNode | undefined;
  /** The error codes that the client gets. */
  readonly errors: readonly Pick<GraphQLFormattedError, "extensions">[] | undefined;
  readonly seconds: number;
}

/** Codes of the catalogue, and Apollo Server's codes for documents. Other subgraphs may have other codes. */
const CODES = new Set([
  ...Object.keys(ERROR_CATALOGUE),
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
]);

/** Counts and times operations by name, type and error code. The number of labels is limited. */
export function createOperationMetrics(
  registry: Registry,
  options?: OperationLabelsOptions,
): (answered: AnsweredOperation) => void {
  const labelOf = createOperationLabels(options);
  const registers = [registry];
  const seconds = new Histogram({
    name: "hub_operation_seconds",
    help: "Time to answer an operation, by its name and type",
    labelNames: ["operation", "type"],
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 15],
    registers,
  });
  const failed = new Counter({
    name: "hub_operation_errors_total",
    help: "Operations that were answered with errors, by name and code; each code counts once for an answer",
    labelNames: ["operation", "code"],
    registers,
  });
  const conflicts = new Counter({
    name: "hub_booking_conflicts_total",
    help: "Bookings that were rejected because the time was taken",
    registers,
  });
  return (answered) => {
    const { operation, errors = [] } = answered;
    const label = labelOf(operation?.name?.value, errors.length === 0);
    const type = operation?.operation ?? OTHER;
    nameSpan(label, type, errors);
    seconds.observe({ operation: label, type }, answered.seconds);
    if (errors.length === 0) return;
    for (const code of new Set(errors.map(codeOf))) {
      failed.inc({ operation: label, code });
      if (code === "BOOKING_CONFLICT") conflicts.inc();
    }
  };
}

/** The request's span has the same label, so that a client's invented name is not repeated. */
function nameSpan(
  label: string,
  type: string,
  errors: NonNullable<AnsweredOperation["errors"]>,
): void {
  const span = currentSpan();
  if (!span?.isRecorded) return;
  const attributes = { "graphql.operation.name": label, "graphql.operation.type": type };
  span.note({ name: `${type} ${label}`, attributes });
  if (errors.length > 0)
    span.note({ attributes: { "hub.error_codes": [...new Set(errors.map(codeOf))].join(" ") } });
}

function codeOf({ extensions }: Pick<GraphQLFormattedError, "extensions">): string {
  const code = extensions?.["code"];
  return typeof code === "string" && CODES.has(code) ? code : OTHER;
}
