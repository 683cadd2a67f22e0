import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { PlanNode } from "@graphql-hive/router-query-planner";
import { GraphQLError, type OperationTypeNode } from "graphql";
import type { Form } from "./collect-fields.ts";
import type { Plannable } from "./plannable.ts";
import type { Home } from "../verify/graph.ts";
import type { PlanFault } from "../verify/plan-fault.ts";
import type { OwnSteps } from "./own-steps.ts";
import { type PlanRequest, type Planner, tooComplex } from "./planner.ts";

/** The forms of an operation that the planner is asked to plan, until it finds a plan that holds. */
const FORMS: readonly Form[] = ["as asked", "by type", "widened"];

/** Most root fields that are planned one by one. */
const MOST_ROOTS = 12;

/** How often a field more is left to a step of the engine's own. */
const MOST_ATTEMPTS = 4;

/** How an operation is written for the planner. */
export interface DocumentForm {
  readonly form: Form;
  /** The one field of the root that is written, by the engine's name; undefined for all. */
  readonly only: string | undefined;
  readonly ownSteps?: OwnSteps;
}

/** An operation that is to be planned, in whatever form. */
export interface PlanOrder extends Omit<PlanRequest, "document"> {
  readonly kind: OperationTypeNode;
  /** The fields of the root, by the engine's names. */
  readonly roots: readonly string[];
  /** The client's name for one of the engine's. */
  readonly fieldNameOf: (source: string) => string;
  readonly write: (writing: DocumentForm) => Plannable;
  /** Leaves fields to steps of the engine's own. @param isWanted which. */
  readonly ownSteps: (isWanted: (home: Home, coordinate: string) => boolean) => OwnSteps;
  /** Holds a plan against the operation. @returns what is wrong with it. */
  readonly verify: (plan: PlanNode, only: string | undefined) => PlanFault | undefined;
}

/** A plan that holds, or why there is none. */
type Outcome =
  | { readonly plan: PlanNode | undefined }
  | {
      readonly reason: string;
      /** The field that the plan gets wrong, `Type.field`. */
      readonly field: string;
      /** The same, if there is a plan at all. */
      readonly coordinate: string | undefined;
    };

/**
 * Plans an operation. A plan is used only if it holds. Where the planner makes none that does, the
 * operation is put to it in other forms; fields that it gets wrong are fetched by steps of the
 * engine's own; and root fields are planned one by one.
 *
 * @returns undefined if nothing has to be fetched.
 * @throws HubError `QUERY_TOO_COMPLEX`; `UNPLANNABLE` if nothing leads to a plan that holds.
 */
export async function planOperation(
  planner: Planner,
  order: PlanOrder,
): Promise<PlanNode | undefined> {
  const planning = new Planning(planner, order);
  const whole = await planning.inForms(undefined);
  if ("plan" in whole) return whole.plan;
  const { kind, roots } = order;
  const isSplit = roots.length > 1 && roots.length <= MOST_ROOTS && kind !== "subscription";
  if (kind !== "mutation" || !isSplit) {
    const apart = await planning.apart(undefined, whole);
    if ("plan" in apart) return apart.plan;
    if (!isSplit) throw unplannable(whole);
  }
  const nodes: PlanNode[] = [];
  for (const root of roots) {
    const inForms = await planning.inForms(root);
    const outcome = "plan" in inForms ? inForms : await planning.apart(root, inForms);
    if (!("plan" in outcome)) throw unplannable(outcome);
    if (outcome.plan) nodes.push(outcome.plan);
  }
  const plan: PlanNode = { kind: kind === "mutation" ? "Sequence" : "Parallel", nodes };
  const fault = order.verify(plan, undefined);
  if (fault) throw unplannable({ reason: fault.message, field: fault.coordinate });
  return plan;
}

class Planning {
  readonly #planner: Planner;
  readonly #order: PlanOrder;

  constructor(planner: Planner, order: PlanOrder) {
    this.#planner = planner;
    this.#order = order;
  }

  /** Plans in one form after the other. */
  async inForms(only: string | undefined): Promise<Outcome> {
    const tried = new Set<string>();
    let first: Outcome | undefined;
    for (const form of FORMS) {
      const document = this.#order.write({ form, only });
      if (document === "nothing") return { plan: undefined };
      if (document === "too much") {
        if (form === "as asked")
          throw tooComplex({
            zh: "在太多类型上选了太多字段",
            en: "asks for too many fields of too many types",
          });
        continue;
      }
      if (tried.has(document.text)) continue;
      tried.add(document.text);
      const outcome = await this.#attempt(document.text, { form, only });
      if ("plan" in outcome) return outcome;
      first ??= outcome;
    }
    return first ?? this.#noWay(only);
  }

  /** Plans with the fields that the planner gets wrong left to steps of the engine's own. */
  async apart(only: string | undefined, before: Outcome): Promise<Outcome> {
    const coordinates = new Set<string>();
    let areRequirementsApart = false;
    let last = before;
    for (let attempt = 0; attempt < MOST_ATTEMPTS && !("plan" in last); attempt++) {
      const { coordinate } = last;
      if (coordinate !== undefined && !coordinates.has(coordinate)) coordinates.add(coordinate);
      else if (areRequirementsApart) break;
      else areRequirementsApart = true;
      const ownSteps = this.#order.ownSteps(
        (home, one) =>
          coordinates.has(one) || (areRequirementsApart && home.requires !== undefined),
      );
      const writing: DocumentForm = { form: "as asked", only, ownSteps };
      const document = this.#order.write(writing);
      if (typeof document === "string") break;
      last = await this.#attempt(document.text, writing);
    }
    return last;
  }

  #noWay(only: string | undefined): Outcome {
    const { kind, fieldNameOf, roots } = this.#order;
    const type = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const field = `${type}.${fieldNameOf(only ?? roots[0] ?? "")}`;
    return { reason: `no way leads to all of ${field}`, field, coordinate: undefined };
  }

  async #attempt(document: string, { only, ownSteps }: DocumentForm): Promise<Outcome> {
    const { operationName, percentage, verify } = this.#order;
    let made: PlanNode | undefined;
    try {
      made = await this.#planner.plan({ document, operationName, percentage });
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      if (/recursion limit/i.test(String(error)))
        throw tooComplex({ zh: "嵌套太深", en: "nests selections too deep" });
      return this.#noWay(only);
    }
    const plan = ownSteps ? ownSteps.complete(made) : made;
    const fault = plan && verify(plan, only);
    if (!fault) return { plan };
    const { message: reason, coordinate } = fault;
    return { reason, field: coordinate, coordinate };
  }
}

/** `UNPLANNABLE`: the whole document is rejected. `reason` says in English what is wrong at the field. */
export function unplannable({ reason, field }: { reason: string; field: string }): HubError {
  return new HubError(
    "UNPLANNABLE",
    {
      zh: `网关无法为此查询文档作出正确的计划，问题在字段 ${field}。请把文档拆开，或换一种写法。`,
      en: `No plan answers this document correctly: ${reason}. Split the document, or write it differently.`,
    },
    { http: { status: 400 } },
  );
}
