import type { ApolloServerPlugin } from "@apollo/server";
import { LRUCache } from "lru-cache";
import type { Engine, EngineContext, PreparedOperation } from "../../engine/engine.ts";
import {
  type DocumentLimits,
  type MeasuredOperation,
  isAlwaysWithinLimits,
  requireWithinLimits,
} from "../limits/document-limits.ts";

/** An operation that Apollo's pipeline has let through before. */
export interface KnownOperation {
  readonly prepared: PreparedOperation;
  /** What depends on the values of a request. @throws HubError `QUERY_TOO_COMPLEX`. */
  requireWithinLimits(variables: MeasuredOperation["variables"]): void;
}

/** The operations that may be answered without parsing, validating and planning them again. */
export interface KnownOperations {
  find(source: string, operationName: string | undefined): KnownOperation | undefined;
  /** Learns operations from the pipeline's answers. */
  readonly plugin: ApolloServerPlugin<EngineContext>;
}

/** Texts kept, together, in characters; each is reckoned with 1 KiB for what it is kept with. */
const MAX_SIZE = 4 * 1024 * 1024;
const ENTRY_SIZE = 1024;

/** On its own, so that what is kept for most operations does not hold their parsed documents. */
const ALWAYS_WITHIN = (): void => undefined;

/**
 * Remembers what the pipeline let through, under the exact text and the operation's name, for as
 * long as the engine serves the supergraph that it was validated against.
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
          // An answer with data was executed, so the engine has prepared the operation already.
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
            // Not awaited: the answer is ready; what fails here goes through the pipeline again.
            engine
              .prepare({ source, document, operationName, schema })
              .then(learn, () => undefined);
          },
        };
      },
    },
  };
}

/** With the name's length, so that no other text and name, whatever a client writes in them, share a key. */
function keyOf(source: string, operationName: string | undefined): string {
  return operationName === undefined
    ? `:${source}`
    : `${operationName.length}:${operationName}${source}`;
}
