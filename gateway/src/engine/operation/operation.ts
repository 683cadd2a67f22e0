import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { asRequestError } from "@alliance-hub/platform/errors/request-error";
import { isUnavailable } from "@alliance-hub/platform/errors/unavailable";
import { type ExecutionResult, GraphQLError, getVariableValues } from "graphql";
import type { Conditions } from "../document/conditions.ts";
import { expandedSize } from "../document/expanded-size.ts";
import type { PreparedOperation } from "../engine.ts";
import type { CompileConfig } from "../plan/compile.ts";
import { tooComplex } from "../planner/planner.ts";
import { executeVariant, followVariant } from "./execute.ts";
import type { Supergraph } from "./supergraph.ts";
import { MOST_FIELDS, type SelectedOperation, createVariants } from "./variants.ts";

/**
 * Prepares an operation over a supergraph.
 *
 * @throws HubError `QUERY_TOO_COMPLEX` if it is too large or cannot be planned within the budget.
 */
export async function prepareOperation(
  { document, operation }: SelectedOperation,
  supergraph: Supergraph,
  config: Omit<CompileConfig, "clientNames">,
): Promise<PreparedOperation> {
  const { apiSchema } = supergraph;
  const size = expandedSize(document, operation);
  if (size > MOST_FIELDS)
    throw tooComplex({
      zh: `选了 ${size} 个字段，最多 ${MOST_FIELDS} 个`,
      en: `asks for ${size} fields; the limit is ${MOST_FIELDS}`,
    });
  const { only, find } = await createVariants({ document, operation }, supergraph, config);

  /** The conditions that a request's variables make. */
  const readVariables = (
    variables: Readonly<Record<string, unknown>>,
  ): { conditions: Conditions } | { errors: readonly GraphQLError[] } => {
    if (!operation.variableDefinitions?.length) return { conditions: never };
    const read = getVariableValues(apiSchema, operation.variableDefinitions, variables, {
      maxErrors: 50,
    });
    if (read.errors) return { errors: read.errors.map((error) => asRequestError(error)) };
    return { conditions: (name) => read.coerced[name] === true };
  };

  return {
    operation,
    execute: async (sent, context) => {
      const variables = sent ?? {};
      const read = readVariables(variables);
      if ("errors" in read) return read;
      const { conditions } = read;
      try {
        const variant = only ?? (await find(conditions, context.viewer));
        return await executeVariant(variant, { variables, conditions, context });
      } catch (error) {
        return faultOf(error);
      }
    },
    subscribe: async function* (sent, context) {
      const variables = sent ?? {};
      const read = readVariables(variables);
      if ("errors" in read) return yield read;
      const { conditions } = read;
      try {
        const variant = only ?? (await find(conditions, context.viewer));
        yield* followVariant(variant, { variables, conditions, context });
      } catch (error) {
        const isAway = error instanceof HubError && isUnavailable(error.code);
        yield { ...faultOf(error), isAway };
      }
    },
  };
}

const never: Conditions = () => false;

/**
 * The answer where planning failed: an error for the client, or, where a valid document met a
 * fault of ours, no data; the fault is masked by the server in front.
 */
export function faultOf(error: unknown): ExecutionResult {
  if (error instanceof GraphQLError)
    return error.extensions["code"] === "UNPLANNABLE"
      ? { data: null, errors: [error] }
      : { errors: [error] };
  const originalError = error instanceof Error ? error : new Error(String(error));
  return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
}
