import type { GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import type {
  ApolloGatewayInterface,
  Engine,
  EngineConfig,
  EngineOperation,
  PreparedOperation,
  Transport,
} from "../engine.ts";
import { selectOperation } from "../document/select-operation.ts";
import { faultOf, prepareOperation } from "./operation.ts";
import { type Supergraph, readSupergraph } from "./supergraph.ts";
import { shareByEvent } from "../transport/share-by-event.ts";
import { traceFetches } from "../transport/trace-fetches.ts";

/** Text of the documents whose plans are kept, in characters. */
const KEPT_CHARACTERS = 8_000_000;

/** A supergraph in service, with what was made for it. */
interface Generation {
  readonly supergraph: Supergraph;
  readonly transports: ReadonlyMap<string, Transport>;
  readonly operations: LRUCache<string, Promise<PreparedOperation>>;
}

/**
 * The hub's engine: plans once per document, compiles the plan, runs it for every request.
 *
 * @throws Error if the supergraph is none.
 */
export function createEngine(config: EngineConfig): Engine {
  const onSwap: (() => void)[] = [];
  const onSchema = new Set<(schema: GraphQLSchema, sdl: string) => void>();
  const used = new Set<Transport>();
  /** A document is planned on what it was validated against, also if that has just been exchanged. */
  const generations = new WeakMap<GraphQLSchema, Generation>();
  let current = createGeneration(config.supergraphSdl);

  function createGeneration(sdl: string, before?: Generation): Generation {
    const supergraph = readSupergraph(sdl, config.scalars);
    const transports = new Map(
      supergraph.subgraphs.map((subgraph) => {
        const known = before?.supergraph.subgraphs.find(({ name }) => name === subgraph.name);
        const kept = known?.url === subgraph.url && before?.transports.get(subgraph.name);
        return [
          subgraph.name,
          kept ||
            shareByEvent(subgraph.name, traceFetches(subgraph.name, config.transport(subgraph))),
        ] as const;
      }),
    );
    for (const transport of transports.values()) used.add(transport);
    const operations = new LRUCache<string, Promise<PreparedOperation>>({
      maxSize: KEPT_CHARACTERS,
      sizeCalculation: (_operation, key) => key.length + 1000,
    });
    const generation = { supergraph, transports, operations };
    generations.set(supergraph.apiSchema, generation);
    return generation;
  }

  const prepare = async (asked: EngineOperation): Promise<PreparedOperation> => {
    const { schema, source, document } = asked;
    const { supergraph, transports, operations } = (schema && generations.get(schema)) ?? current;
    const operation = selectOperation(document, asked.operationName);
    // By its own name: whether the client names the only operation of a document makes no difference.
    const name = operation.name?.value ?? "";
    const key = `${name.length}:${name}${source}`;
    let prepared = operations.get(key);
    if (!prepared) {
      prepared = prepareOperation({ document, operation }, supergraph, {
        satisfies: supergraph.satisfies,
        isObjectType: supergraph.isObjectType,
        transportTo: (name) => {
          const transport = transports.get(name);
          if (!transport) throw new Error(`The plan names a subgraph "${name}" that is not there.`);
          return transport;
        },
      });
      operations.set(key, prepared);
      // What failed once, for instance for want of time, may be tried again.
      prepared.catch(() => operations.delete(key));
    }
    return await prepared;
  };

  const gateway: ApolloGatewayInterface = {
    load: async () => {
      for (const listener of onSchema)
        listener(current.supergraph.apiSchema, current.supergraph.sdl);
      return {
        executor: async ({ source, document, operationName, schema, request, context }) => {
          let prepared: PreparedOperation;
          try {
            prepared = await prepare({ source, document, operationName, schema });
          } catch (error) {
            return faultOf(error);
          }
          return await prepared.execute(request.variables, context as never);
        },
      };
    },
    onSchemaLoadOrUpdate: (callback) => {
      const listener = (apiSchema: GraphQLSchema, coreSupergraphSdl: string): void =>
        callback({ apiSchema, coreSupergraphSdl });
      onSchema.add(listener);
      return () => onSchema.delete(listener);
    },
    stop: async () => undefined,
  };

  return {
    gateway,
    apiSchema: () => current.supergraph.apiSchema,
    prepare,
    swap: (sdl) => {
      const before = current;
      current = createGeneration(sdl, before);
      void before.supergraph.planner[Symbol.asyncDispose]();
      for (const listener of onSchema) listener(current.supergraph.apiSchema, sdl);
      for (const listener of onSwap) listener();
    },
    onSwap: (listener) => {
      onSwap.push(listener);
    },
    [Symbol.asyncDispose]: async () => {
      await current.supergraph.planner[Symbol.asyncDispose]();
      await Promise.all([...used].map((transport) => transport.close()));
    },
  };
}
