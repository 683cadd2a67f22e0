import type { PlanNode, RequiresSelection } from "@graphql-hive/router-query-planner";
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  print,
  visit,
} from "graphql";
import type { FieldApart } from "./normal-form.ts";
import type { Graph, Home } from "../verify/graph.ts";

/** Fields that the planner is not asked for, and the steps that fetch them in its stead. */
export interface OwnSteps {
  readonly isApart: (typeName: string, fieldName: string) => boolean;
  readonly onApart: (field: FieldApart) => readonly SelectionNode[];
  /** The plan for what the planner was asked for, and then the fields that it was not. */
  readonly complete: (plan: PlanNode | undefined) => PlanNode | undefined;
}

/**
 * Leaves fields to steps of the engine's own: the planner is asked for what those have to be told of
 * their objects, a key and what the field requires, which is no more than other fields to it.
 *
 * @param isWanted whether a field is to be left to such a step, if there can be one.
 */
export function createOwnSteps(parts: {
  readonly graph: Graph;
  readonly percentage: number;
  readonly operation: OperationDefinitionNode;
  readonly isWanted: (home: Home, coordinate: string) => boolean;
}): OwnSteps {
  const { graph, percentage, operation, isWanted } = parts;
  const steps: Extract<PlanNode, { kind: "Flatten" }>[] = [];
  const homeOf = (typeName: string, fieldName: string): Home | undefined => {
    const home = graph.homeOf(typeName, fieldName, percentage);
    return home && isWanted(home, `${typeName}.${fieldName}`) ? home : undefined;
  };

  const begun = new Set<string>();
  const onApart = ({ object, field, path }: FieldApart): readonly SelectionNode[] => {
    const home = homeOf(object, field.name.value);
    const coordinate = `${object}.${field.name.value}`;
    // A field that is needed to ask for itself is the planner's.
    if (!home || begun.has(coordinate)) return [field];
    begun.add(coordinate);
    const inputs = [...home.key.selections, ...(home.requires?.selections ?? [])];
    // What is required may itself be left to a step, which then comes first.
    const asked = inputs.flatMap((input) =>
      input.kind === Kind.FIELD ? onApart({ object, field: input, path }) : [input],
    );
    begun.delete(coordinate);
    const node = fetchOf({ home, object, field }, operation);
    steps.push({ kind: "Flatten", path: [...path], node });
    return asked;
  };
  return {
    isApart: (typeName, fieldName) => homeOf(typeName, fieldName) !== undefined,
    onApart,
    complete: (plan) => {
      // What is within an object comes after the object.
      const inOrder = steps.toSorted((a, b) => a.path.length - b.path.length);
      const nodes = plan ? [plan, ...inOrder] : inOrder;
      return nodes.length > 1 ? { kind: "Sequence", nodes } : nodes[0];
    },
  };
}

/** The request for one field of an object. */
function fetchOf(
  {
    home,
    object,
    field,
  }: { readonly home: Home; readonly object: string; readonly field: FieldNode },
  operation: OperationDefinitionNode,
): PlanNode {
  const used = new Set<string>();
  visit(field, { Variable: ({ name }) => void used.add(name.value) });
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const variables = ["$representations: [_Any!]!", ...definitions.map(print)].join(", ");
  const known = home.object.name;
  const rename = { path: [{ TypenameEquals: [object] }, { Key: "__typename" }], setValueTo: known };
  return {
    kind: "Fetch",
    serviceName: home.service,
    operationKind: "query",
    operation: `query (${variables}) { _entities(representations: $representations) { ... on ${known} { ${print(field)} } } }`,
    variableUsages: [...used],
    requires: [
      {
        kind: "InlineFragment",
        typeCondition: object,
        selections: [
          { kind: "Field", name: "__typename" },
          ...toRequires(home.key),
          ...(home.requires ? toRequires(home.requires) : []),
        ],
      },
    ],
    ...(known === object ? {} : { inputRewrites: [{ ValueSetter: rename }] }),
  };
}

function toRequires({ selections }: SelectionSetNode): RequiresSelection[] {
  return selections.flatMap((one): RequiresSelection[] => {
    if (one.kind === Kind.FIELD) {
      const inner = one.selectionSet && toRequires(one.selectionSet);
      return [{ kind: "Field", name: one.name.value, ...(inner ? { selections: inner } : {}) }];
    }
    if (one.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = one.typeCondition?.name.value;
    const inner = toRequires(one.selectionSet);
    return condition === undefined
      ? inner
      : [{ kind: "InlineFragment", typeCondition: condition, selections: inner }];
  });
}
