import type { ApolloServerPlugin } from "@apollo/server";
import { LRUCache } from "lru-cache";
import type { Engine, EngineContext, PreparedOperation } from "../../engine/engine.ts";
import {
  type DocumentLimits,
  type MeasuredOperation,
  isAlwaysWithinLimits,
  requireWithinLimits,
} from "../limits/document-limits.ts";

/** An operation that Apollo's pipeline has accepted before. */
export interface KnownOperation {
  readonly prepared: PreparedOperation;
  /** The checks that depend on the values of a request. @throws HubError `QUERY_TOO_COMPLEX`. */
  requireWithinLimits(variables: MeasuredOperation["variables"]): void;
}

/** The operations that may be answered without parsing, validating and planning them again. */
export interface KnownOperations {
  find(source: string, operationName: string | undefined): KnownOperation | undefined;
  /** Learns operations from the pipeline's answers. */
  readonly plugin: ApolloServerPlugin<EngineContext>;
}

/**
 * Total length of the texts that are kept, in characters. For each, 1 KiB is added for the objects kept with
 * it.
 */
const MAX_SIZE = 4 * 1024 * 1024;
const ENTRY_SIZE = 1024;

/** A separate function, so that the closures of most operations do not keep their parsed documents. */
const ALWAYS_WITHIN = (): void => undefined;

/**
 * Remembers accepted operations by the exact text and the operation's name, for as long as the engine serves
 * the supergraph against which they were validated.
 */
export function createKnownOperations(engine: Engine, limits: DocumentLimits): KnownOperations {
  const known = new LRUCache<string, KnownOperation>({
    maxSize: MAX_SIZE,
    sizeCalculation: (_operation, key) => key.length + ENTRY_SIZE,
  });
  let swaps = 0;
  engine.onSwap(() => {
    swaps += 1;
    known.clear();
  });
  return {
    find: (source, operationName) => known.get(keyOf(source, operationName)),
    plugin: {
      requestDidStart: async () => {
        const swapsBefore = swaps;
        return {
          // If an answer has data, it was executed, so the engine has already prepared the operation.
          willSendResponse: async ({ schema, document, operation, source, request, response }) => {
            if (!document || !operation || source === undefined) return;
            if (response.body.kind !== "single") return;
            if (response.body.singleResult.data === undefined) return;
            const { operationName } = request;
            const valid = { schema, document, operation };
            const learn = (prepared: PreparedOperation): void => {
              if (swaps !== swapsBefore) return;
              known.set(keyOf(source, operationName), {
                prepared,
                requireWithinLimits: isAlwaysWithinLimits(valid, limits)
                  ? ALWAYS_WITHIN
                  : (variables) => requireWithinLimits({ ...valid, variables }, limits),
              });
            };
            // Not awaited, because the answer is ready. If this fails, the operation goes through the pipeline
            // again.
            engine
              .prepare({ source, document, operationName, schema })
              .then(learn, () => undefined);
          },
        };
      },
    },
  };
}

/**
 * The key contains the length of the name, so that no other pair of text and name has the same key, whatever a
 * client writes.
 */
function keyOf(source: string, operationName: string | undefined): string {
  return operationName === undefined
    ? `:${source}`
    : `${operationName.length}:${operationName}${source}`;
}
