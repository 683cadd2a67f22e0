import type { Transport } from "@alliance-hub/gateway/engine/engine";
import {
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  execute,
  parse,
  validate,
} from "graphql";

/** A subgraph in this process. */
export interface SchemaTransport {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly rootValue?: unknown;
  /** What its resolvers share; called once for each call. */
  readonly context: () => unknown;
  /** Called for every call. */
  readonly onCall?: (name: string, query: string) => void;
  /** Whether answers pass through JSON, as over a socket. Default true. */
  readonly serialise?: boolean;
}

/** A transport that executes with graphql-js. An invalid operation gets the validation errors. */
export function createSchemaTransport(config: SchemaTransport): Transport {
  const { name, schema, rootValue, context, onCall, serialise = true } = config;
  const documents = new Map<string, ReturnType<typeof parse>>();
  return {
    send: async ({ query, variables, operationName }) => {
      onCall?.(name, query);
      let document = documents.get(query);
      if (!document) {
        document = parse(query);
        const faults = validate(schema, document);
        if (faults.length > 0) return { errors: faults.map((fault) => fault.toJSON()) };
        documents.set(query, document);
      }
      const result = await execute({
        schema,
        document,
        rootValue,
        contextValue: context(),
        variableValues: serialise ? throughJson(variables) : variables,
        operationName,
      });
      return serialise ? throughJson(format(result)) : format(result);
    },
    close: async () => undefined,
  };
}

function format({ data, errors }: ExecutionResult): FormattedExecutionResult {
  const answer = data === undefined ? {} : { data };
  return errors ? { ...answer, errors: errors.map((error) => error.toJSON()) } : answer;
}

function throughJson<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
