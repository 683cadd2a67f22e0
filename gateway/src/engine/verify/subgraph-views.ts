import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type SelectionSetNode,
  type TypeNode,
  parseType,
} from "graphql";
import { parseFieldSet } from "./field-sets.ts";

/** What one subgraph knows, as composition notes it (https://specs.apollo.dev/join/v0.5). */
export type SubgraphView = ReadonlyMap<string, TypeView>;

/** A type in one subgraph. */
export interface TypeView {
  readonly name: string;
  readonly isAbstract: boolean;
  /** An interface of which the subgraph knows no types: to it, it is an object. */
  readonly isInterfaceObject: boolean;
  /** Keys by which the subgraph can be asked for it. */
  readonly keys: readonly SelectionSetNode[];
  /** Names of the fields at the top of any key. */
  readonly keyFields: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, FieldView>;
  /** Of an abstract type: the objects behind it here, interface objects among them. */
  readonly possible: ReadonlySet<string>;
}

/** A field in one subgraph. */
export interface FieldView {
  /** Name of its type, without lists and non-null. */
  readonly type: string;
  readonly external: boolean;
  readonly requires: SelectionSetNode | undefined;
  readonly provides: SelectionSetNode | undefined;
  /**
   * Whether it has been given to another subgraph (`@override`), for a number between 0 and 100 that
   * a request has drawn.
   */
  readonly isGivenAway: (percentage: number) => boolean;
}

type Directives = readonly ConstDirectiveNode[] | undefined;
type Arguments = ReadonlyMap<string, string | boolean>;

/** Reads what every subgraph knows, by the subgraph's name. */
export function readSubgraphViews(supergraph: DocumentNode): ReadonlyMap<string, SubgraphView> {
  const names = new Map<string, string>();
  const views = new Map<string, Map<string, TypeView>>();
  const members = new Map<string, Set<string>>();
  const memberOf = (graph: unknown, abstract: unknown): Set<string> => {
    const key = `${String(graph)} ${String(abstract)}`;
    const known = members.get(key) ?? new Set();
    members.set(key, known);
    return known;
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph")
      for (const { name, directives } of definition.values ?? []) {
        const [graph] = argumentsOf(directives, "join__graph");
        names.set(name.value, String(graph?.get("name") ?? name.value));
        views.set(name.value, new Map());
      }
    if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
    const directives = definition.directives as Directives;
    for (const one of argumentsOf(directives, "join__implements"))
      memberOf(one.get("graph"), one.get("interface")).add(definition.name.value);
    for (const one of argumentsOf(directives, "join__unionMember"))
      memberOf(one.get("graph"), definition.name.value).add(String(one.get("member")));
  }
  for (const definition of supergraph.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      definition.kind !== Kind.UNION_TYPE_DEFINITION
    )
      continue;
    const name = definition.name.value;
    const inGraphs = Map.groupBy(argumentsOf(definition.directives, "join__type"), (one) =>
      String(one.get("graph")),
    );
    for (const [graph, types] of inGraphs) {
      const isInterfaceObject = types.some((one) => one.get("isInterfaceObject") === true);
      const keys = types.flatMap((one) => {
        const key = one.get("key");
        return typeof key === "string"
          ? [{ set: parseFieldSet(key), isResolvable: one.get("resolvable") !== false }]
          : [];
      });
      const fields = "fields" in definition ? (definition.fields ?? []) : [];
      views.get(graph)?.set(name, {
        name,
        isInterfaceObject,
        isAbstract: definition.kind !== Kind.OBJECT_TYPE_DEFINITION && !isInterfaceObject,
        keys: keys.filter(({ isResolvable }) => isResolvable).map(({ set }) => set),
        keyFields: new Set(
          keys.flatMap(({ set }) =>
            set.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : [])),
          ),
        ),
        fields: new Map(fields.flatMap((field) => fieldIn(graph, field, names))),
        possible: memberOf(graph, name),
      });
    }
  }
  return new Map([...views].map(([graph, view]) => [names.get(graph) ?? graph, view]));
}

/** A field as one subgraph has it; nothing if it does not. */
function fieldIn(
  graph: string,
  field: FieldDefinitionNode,
  names: ReadonlyMap<string, string>,
): [string, FieldView][] {
  const all = argumentsOf(field.directives, "join__field");
  const own = all.find((one) => one.get("graph") === graph);
  if (all.length > 0 && !own) return [];
  const text = (name: string): string | undefined => {
    const value = own?.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const set = (name: string): SelectionSetNode | undefined => {
    const value = text(name);
    return value === undefined || value === "" ? undefined : parseFieldSet(value);
  };
  const type = text("type");
  const taker = all.find((one) => one.get("override") === names.get(graph));
  const share = shareOf(text("overrideLabel") ?? taker?.get("overrideLabel"));
  const isTaker = text("override") !== undefined;
  const isGiver = taker !== undefined || own?.get("usedOverridden") === true;
  return [
    [
      field.name.value,
      {
        type: nameOf(type === undefined ? field.type : parseType(type)),
        external: own?.get("external") === true,
        requires: set("requires"),
        provides: set("provides"),
        isGivenAway: (percentage) =>
          isTaker ? percentage >= share : isGiver && percentage < share,
      },
    ],
  ];
}

/** For how many percent of requests a field is overridden: all, where no label says otherwise. */
function shareOf(label: unknown): number {
  if (typeof label !== "string") return Number.POSITIVE_INFINITY;
  const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
  // A label of another kind is switched on by nobody here.
  return percent === undefined ? 0 : Number(percent);
}

function argumentsOf(directives: Directives, name: string): Arguments[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map(
      ({ arguments: given = [] }) =>
        new Map(
          given.flatMap(({ name: argument, value }) =>
            value.kind === Kind.STRING || value.kind === Kind.ENUM || value.kind === Kind.BOOLEAN
              ? [[argument.value, value.value] as const]
              : [],
          ),
        ),
    );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
