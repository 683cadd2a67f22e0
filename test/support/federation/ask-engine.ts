import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { Engine, EngineContext } from "@alliance-hub/gateway/engine/engine";
import { type FormattedExecutionResult, parse, validate } from "graphql";

/** An operation as a client sends it. */
export interface ClientOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** The context of one anonymous request. @param deadlineMs default: ten seconds. */
export function requestContext(deadlineMs = 10_000): EngineContext {
  return { viewer: ANONYMOUS, requestId: "test", signal: AbortSignal.timeout(deadlineMs) };
}

/** Calls an engine like the gateway: parse, validate, prepare, execute. Faults become errors. */
export async function askEngine(
  engine: Engine,
  { query, variables, operationName }: ClientOperation,
  context: EngineContext = requestContext(),
): Promise<FormattedExecutionResult> {
  const document = parse(query);
  const faults = validate(engine.apiSchema(), document);
  if (faults.length > 0) return { errors: faults.map((fault) => fault.toJSON()) };
  const prepared = await engine.prepare({ source: query, document, operationName });
  const { data, errors } = await prepared.execute(variables, context);
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.map((error) => error.toJSON?.() ?? error) } : {}),
  };
}
