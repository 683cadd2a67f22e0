import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type DocumentNode, type OperationDefinitionNode, executeSync } from "graphql";
import { LRUCache } from "lru-cache";
import { type Conditions, findConditionVariables } from "../document/conditions.ts";
import { createSourceNames } from "../document/source-names.ts";
import { type CompileConfig, compilePlan } from "../plan/compile.ts";
import type { Data } from "../plan/run.ts";
import { createOwnSteps } from "../planner/own-steps.ts";
import { planOperation } from "../planner/plan-operation.ts";
import { introspectionOf, plannableOf } from "../planner/plannable.ts";
import { type Denials, findGuardedFields } from "../result/access.ts";
import { createSelection } from "../result/create-selection.ts";
import { rootFields, verifyPlan } from "../verify/verify-plan.ts";
import type { Variant } from "./execute.ts";
import type { Supergraph } from "./supergraph.ts";

/** Most fields that are written for the planner. */
export const MOST_FIELDS = 10_000;

/** Plans of one operation that are kept, each for other conditions, denials or overrides. */
const MOST_VARIANTS = 32;

/** An operation and the document that has its fragments. */
export interface SelectedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** What an operation is compiled to. */
export interface Variants {
  /** The one variant, where nothing in it depends on the request. */
  readonly only: Variant | undefined;
  /** The variant for a request; planned when it is first needed. */
  readonly find: (conditions: Conditions, viewer: Viewer) => Promise<Variant>;
}

/** Everything that a plan depends on beside its document. */
interface VariantKey {
  readonly conditions: Conditions;
  readonly denials: Denials | undefined;
  /** Index among the supergraph's override thresholds, and a number below the next one. */
  readonly override: { readonly bucket: number; readonly percentage: number };
}

/** Plans and compiles an operation, once for everything that its plan depends on. */
export async function createVariants(
  { document, operation }: SelectedOperation,
  supergraph: Supergraph,
  config: Omit<CompileConfig, "clientNames">,
): Promise<Variants> {
  const { apiSchema, planner } = supergraph;
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
  const isOne = !conditionVariables && !guarded && thresholds.length === 0;
  const conditions: Conditions = () => false;
  return {
    only: isOne
      ? await variantFor({ conditions, denials: undefined, override: drawOverride(thresholds) })
      : undefined,
    find: (given, viewer) =>
      variantFor({
        conditions: given,
        denials: guarded?.denialsFor(viewer),
        override: drawOverride(thresholds),
      }),
  };
}

/** Draws which way a request goes where fields are overridden for a share of requests. */
function drawOverride(thresholds: readonly number[]): VariantKey["override"] {
  if (thresholds.length === 0) return { bucket: 0, percentage: 0 };
  const percentage = Math.random() * 100;
  return { bucket: thresholds.filter((n) => n <= percentage).length, percentage };
}
