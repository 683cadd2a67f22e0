import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";
import { type Satisfies, readPossibleTypes } from "../supergraph/possible-types.ts";
import { type SubgraphView, type TypeView, readSubgraphViews } from "./subgraph-views.ts";

/** Where a field of an object can be asked for as an entity's. */
export interface Home {
  readonly service: string;
  /** As what the subgraph knows the object. */
  readonly object: TypeView;
  readonly key: SelectionSetNode;
  readonly requires: SelectionSetNode | undefined;
}

/** What a plan is held against. */
export interface Graph {
  /** Whether the supergraph says which subgraph implements an interface, as join v0.3 and later do. */
  readonly isComplete: boolean;
  readonly satisfies: Satisfies;
  view(service: string): SubgraphView;
  /** As what a subgraph knows objects of a type: itself, or an interface object; undefined if not. */
  objectIn(service: string, typeName: string): TypeView | undefined;
  /** The object types that a value of a type may be of which a subgraph answers with. */
  typesIn(service: string, typeName: string): readonly string[];
  /** Whether an object satisfies a type condition in a subgraph, by what it is there. */
  appliesIn(service: string, object: TypeView, condition: string): boolean;
  /** A subgraph that resolves a field of an object by its key; undefined if none does. */
  homeOf(typeName: string, fieldName: string, percentage: number): Home | undefined;
}

/** Reads what plans over a supergraph are held against. */
export function readGraph(supergraph: DocumentNode): Graph {
  const views = readSubgraphViews(supergraph);
  const satisfies = readPossibleTypes(supergraph);
  const objects = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
  );
  const none: SubgraphView = new Map();
  const view = (service: string): SubgraphView => views.get(service) ?? none;
  const behind = remember((name) => objects.filter((one) => satisfies(one, name)));
  const objectIn = remember((service, typeName) => {
    const own = view(service).get(typeName);
    if (own) return own;
    return [...view(service).values()].find(
      (type) => type.isInterfaceObject && satisfies(typeName, type.name),
    );
  });
  const typesIn = remember((service, typeName): readonly string[] => {
    const type = view(service).get(typeName);
    if (!type) return [];
    if (type.isInterfaceObject) {
      const inside = behind(typeName, "");
      return inside.length > 0 ? inside : [typeName];
    }
    if (!type.isAbstract) return [typeName];
    const inside = [...type.possible].flatMap((one) =>
      view(service).get(one)?.isAbstract === false ? typesIn(service, one) : [],
    );
    return [...new Set(inside)];
  });
  /** Whether another subgraph can say what a key is made of. */
  const isKnownElsewhere = (key: SelectionSetNode, typeName: string, service: string): boolean =>
    key.selections.every((one) =>
      [...views.keys()].some((other) => {
        const name = one.kind === Kind.FIELD ? one.name.value : "";
        const field = objectIn(other, typeName)?.fields.get(name);
        return other !== service && field !== undefined && !field.external;
      }),
    );
  return {
    isComplete: supergraph.definitions.some(
      (one) => one.kind === Kind.DIRECTIVE_DEFINITION && one.name.value === "join__implements",
    ),
    satisfies,
    view,
    objectIn,
    typesIn,
    appliesIn: (service, object, condition) =>
      object.name === condition || view(service).get(condition)?.possible.has(object.name) === true,
    homeOf: (typeName, fieldName, percentage) => {
      for (const service of views.keys()) {
        const object = objectIn(service, typeName);
        const field = object?.fields.get(fieldName);
        if (!object || !field || field.external || field.isGivenAway(percentage)) continue;
        const key =
          object.keys.find((one) => isKnownElsewhere(one, typeName, service)) ?? object.keys[0];
        if (key) return { service, object, key, requires: field.requires };
      }
      return undefined;
    },
  };
}

function remember<T>(find: (first: string, second: string) => T): (a: string, b: string) => T {
  const known = new Map<string, T>();
  return (first, second) => {
    const key = `${first} ${second}`;
    let value = known.get(key);
    if (value === undefined && !known.has(key)) {
      value = find(first, second);
      known.set(key, value);
    }
    return value as T;
  };
}
