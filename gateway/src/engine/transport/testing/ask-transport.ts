import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { FormattedExecutionResult } from "graphql";
import type { SubgraphFetch, Transport } from "../../engine.ts";

/** What a test asks over a transport. */
export interface TransportAsk {
  /** Default: `{ a }`. */
  readonly query?: string;
  /** Default: query. */
  readonly kind?: SubgraphFetch["kind"];
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** Default: nobody. */
  readonly subject?: string;
  /** Default: fires after ten seconds. */
  readonly signal?: AbortSignal;
}

/** Asks over a transport. */
export function askTransport(
  transport: Transport,
  ask: TransportAsk = {},
): Promise<FormattedExecutionResult> {
  const { query = "{ a }", kind = "query", subject, operationName, variables = {} } = ask;
  return transport.send(
    { kind, query, queryJson: JSON.stringify(query), operationName, variables },
    {
      viewer: subject === undefined ? ANONYMOUS : { ...ANONYMOUS, kind: "PERSON", subject },
      requestId: "request-1",
      signal: ask.signal ?? AbortSignal.timeout(10_000),
    },
  );
}

/** The message of the fault that asking ends with. @throws Error if there is an answer. */
export async function faultOf(transport: Transport, ask?: TransportAsk): Promise<string> {
  let answer;
  try {
    answer = await askTransport(transport, ask);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error(`The subgraph answered ${JSON.stringify(answer)}`);
}
