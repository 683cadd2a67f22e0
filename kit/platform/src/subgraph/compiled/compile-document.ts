import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  execute,
  getOperationAST,
  getVariableValues,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type Call, isPromise } from "./call.ts";
import { CollectedErrors } from "./collected-errors.ts";
import { compileFields } from "./compile-fields.ts";
import type { Data, ObjectFields } from "./object-fields.ts";

/** One execution, as graphql-js takes it. */
export type DocumentArguments = Pick<
  ExecutionArgs,
  "rootValue" | "contextValue" | "variableValues" | "operationName"
>;

/** Executes a document that was compiled. */
export type ExecuteDocument = (
  given: DocumentArguments,
) => ExecutionResult | Promise<ExecutionResult>;

/** Combinations of `@skip` and `@include` that are kept of one operation. */
const MOST_CONDITIONS = 16;

/** Errors of variables that are told, as graphql-js does. */
const MOST_ERRORS = 50;

/**
 * Compiles a document that is valid for the schema: what `execute` of graphql-js does for each object (which
 * fields are selected, which arguments they have, what completes them) is found out once. It answers as
 * graphql-js does, and leaves to it what has no operation to execute.
 */
export function compileDocument(schema: GraphQLSchema, document: DocumentNode): ExecuteDocument {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const compiled = new Map<OperationDefinitionNode, Operation>();
  return (given) => {
    const node = getOperationAST(document, given.operationName);
    const rootType = node && schema.getRootType(node.operation);
    if (!rootType) return execute({ schema, document, ...given });
    let operation = compiled.get(node);
    if (!operation) {
      operation = new Operation({ schema, fragments, document }, node, rootType);
      compiled.set(node, operation);
    }
    return operation.execute(given) ?? execute({ schema, document, ...given });
  };
}

interface Parts extends Pick<Call, "schema" | "fragments"> {
  readonly document: DocumentNode;
}

class Operation {
  readonly #parts: Parts;
  readonly #node: OperationDefinitionNode;
  readonly #rootType: GraphQLObjectType;
  readonly #asked: readonly string[];
  readonly #byConditions = new LRUCache<string, ObjectFields>({ max: MOST_CONDITIONS });

  constructor(parts: Parts, node: OperationDefinitionNode, rootType: GraphQLObjectType) {
    this.#parts = parts;
    this.#node = node;
    this.#rootType = rootType;
    const asked = conditionsIn(parts.document);
    this.#asked = (node.variableDefinitions ?? [])
      .map(({ variable }) => variable.name.value)
      .filter((name) => asked.has(name));
  }

  /** @returns undefined if a condition is neither true nor false. */
  execute(given: DocumentArguments): ReturnType<ExecuteDocument> | undefined {
    const { schema, fragments } = this.#parts;
    const { variableDefinitions = [] } = this.#node;
    const { coerced, errors: refused } = getVariableValues(
      schema,
      variableDefinitions,
      given.variableValues ?? {},
      { maxErrors: MOST_ERRORS },
    );
    if (!coerced) return { errors: refused };
    const fields = this.#fieldsFor(coerced);
    if (!fields) return undefined;
    const errors = new CollectedErrors();
    const call: Call = {
      schema,
      fragments,
      operation: this.#node,
      variables: coerced,
      root: given.rootValue,
      context: given.contextValue,
      errors,
    };
    const answer = (data: Data | null): ExecutionResult =>
      errors.all.length === 0 ? { data } : { errors: errors.all, data };
    const failed = (error: unknown): ExecutionResult => {
      errors.add(error as never, undefined);
      return answer(null);
    };
    try {
      const data =
        this.#node.operation === "mutation"
          ? fields.executeSerially(call, given.rootValue)
          : fields.execute(call, given.rootValue, undefined);
      return isPromise(data) ? data.then(answer, failed) : answer(data);
    } catch (error) {
      return failed(error);
    }
  }

  #fieldsFor(variables: Readonly<Record<string, unknown>>): ObjectFields | undefined {
    const asked = this.#asked.map((name) => [name, variables[name]] as const);
    if (!asked.every(isCondition)) return undefined;
    const key = asked.map(([, value]) => Number(value)).join("");
    const known = this.#byConditions.get(key);
    if (known) return known;
    const document = { ...this.#parts, conditions: Object.fromEntries(asked) };
    const fields = compileFields(document, this.#rootType, [this.#node.selectionSet]);
    this.#byConditions.set(key, fields);
    return fields;
  }
}

function isCondition(asked: readonly [string, unknown]): asked is readonly [string, boolean] {
  return typeof asked[1] === "boolean";
}

/** The variables that `@skip` and `@include` ask. */
function conditionsIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name)
        return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}
