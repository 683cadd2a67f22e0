import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { asRequestError } from "@alliance-hub/platform/errors/request-error";
import { isUnavailable } from "@alliance-hub/platform/errors/unavailable";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type OperationDefinitionNode,
  executeSync,
  getVariableValues,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type Denials, findGuardedFields } from "../result/access.ts";
import { type Conditions, findConditionVariables } from "../document/conditions.ts";
import { expandedSize } from "../document/expanded-size.ts";
import { introspectionOf, plannableOf } from "../planner/plannable.ts";
import { createSourceNames } from "../document/source-names.ts";
import { fragmentsOf } from "../document/select-operation.ts";
import type { EngineContext, PreparedOperation } from "../engine.ts";
import { type Variant, executeVariant, followVariant } from "./execute.ts";
import { type CompileConfig, compilePlan } from "../plan/compile.ts";
import { planOperation } from "../planner/plan-operation.ts";
import { createOwnSteps } from "../planner/own-steps.ts";
import { tooComplex } from "../planner/planner.ts";
import type { Data } from "../plan/run.ts";
import { createSelection } from "../result/create-selection.ts";
import type { Supergraph } from "./supergraph.ts";
import { rootFields, verifyPlan } from "../verify/verify-plan.ts";

/** Most fields of one operation, with every fragment where it is spread. */
const MOST_FIELDS = 10_000;

/** Plans of one operation that are kept, each for other conditions, denials or overrides. */
const MOST_VARIANTS = 32;

/** An operation and the document that has its fragments. */
interface SelectedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Everything that a plan depends on beside its document. */
interface VariantKey {
  readonly conditions: Conditions;
  readonly denials: Denials | undefined;
  /** Index among the supergraph's override thresholds, and a number below the next one. */
  readonly override: { readonly bucket: number; readonly percentage: number };
}

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
  const { apiSchema, planner } = supergraph;
  const size = expandedSize(document, operation);
  if (size > MOST_FIELDS) throw tooComplex(`asks for ${size} fields; the limit is ${MOST_FIELDS}`);
  const fragments = fragmentsOf(document);
  const conditionVariables = findConditionVariables(document);
  const names = createSourceNames(supergraph.namedApart);
  const guarded = findGuardedFields(apiSchema, document, supergraph.accessRules);
  const thresholds = planner.overridePercentages.filter((n) => n > 0 && n < 100);
  const rootType = apiSchema.getRootType(operation.operation);
  if (!rootType) throw new Error(`The graph has no ${operation.operation}.`);
  const introspection = introspectionOf({ operation, fragments });
  const variants = new LRUCache<string, Promise<Variant>>({ max: MOST_VARIANTS });

  const makeVariant = async ({ conditions, denials, override }: VariantKey): Promise<Variant> => {
    const selection = createSelection(rootType.name, [operation.selectionSet], {
      schema: apiSchema,
      fragments,
      conditions,
      names,
      hidden: supergraph.hidden,
      denials,
    });
    const { percentage } = override;
    const { graph } = supergraph;
    const plan = await planOperation(planner, {
      kind: operation.operation,
      operationName: operation.name?.value,
      percentage,
      roots: rootFields(selection),
      fieldNameOf: (source) => names.clientNames.get(source) ?? source,
      ownSteps: (isWanted) => createOwnSteps({ graph, percentage, operation, isWanted }),
      write: ({ form, only, ownSteps }) =>
        plannableOf(operation, rootType, {
          schema: apiSchema,
          possible: supergraph.possible,
          fragments,
          conditions,
          names,
          denials,
          hidesTypes: supergraph.hidden.behind,
          form,
          only,
          isApart: ownSteps?.isApart ?? (() => false),
          onApart: ownSteps?.onApart ?? (({ field }) => [field]),
          mostFields: MOST_FIELDS,
        }),
      verify: (made, only) =>
        verifyPlan(made, { kind: operation.operation, graph, percentage, selection, only }),
    });
    return {
      plan: plan && compilePlan(plan, { ...config, clientNames: names.clientNames }),
      selection,
      introspect:
        introspection &&
        ((variableValues) =>
          executeSync({ schema: apiSchema, document: introspection, variableValues }).data as Data),
    };
  };

  const variantFor = (key: VariantKey): Promise<Variant> => {
    const { conditions, denials, override } = key;
    const name = `${(conditionVariables ?? []).map((one) => (conditions(one) ? 1 : 0)).join("")} ${override.bucket} ${denials?.key ?? ""}`;
    let variant = variants.get(name);
    if (!variant) {
      variant = makeVariant(key);
      variants.set(name, variant);
      variant.catch(() => variants.delete(name));
    }
    return variant;
  };

  // Where nothing depends on the request, the one plan is made now.
  const only =
    !conditionVariables && !guarded && thresholds.length === 0
      ? await variantFor({
          conditions: never,
          denials: undefined,
          override: { bucket: 0, percentage: 0 },
        })
      : undefined;

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
  const variantOf = (conditions: Conditions, { viewer }: EngineContext): Promise<Variant> =>
    variantFor({
      conditions,
      denials: guarded?.denialsFor(viewer),
      override: drawOverride(thresholds),
    });

  return {
    operation,
    execute: async (sent, context) => {
      const variables = sent ?? {};
      const read = readVariables(variables);
      if ("errors" in read) return read;
      const { conditions } = read;
      try {
        const variant = only ?? (await variantOf(conditions, context));
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
        const variant = only ?? (await variantOf(conditions, context));
        yield* followVariant(variant, { variables, conditions, context });
      } catch (error) {
        const isAway = error instanceof HubError && isUnavailable(error.code);
        yield { ...faultOf(error), isAway };
      }
    },
  };
}

const never: Conditions = () => false;

/** Draws which way a request goes where fields are overridden for a share of requests. */
function drawOverride(thresholds: readonly number[]): VariantKey["override"] {
  if (thresholds.length === 0) return { bucket: 0, percentage: 0 };
  const percentage = Math.random() * 100;
  return { bucket: thresholds.filter((n) => n <= percentage).length, percentage };
}

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
