import type { GraphQLCompositeType } from "graphql";
import type { ClientOperation } from "../../../support/federation/ask-engine.ts";
import { GRAPH } from "../graph/values.ts";
import { ResponseNames } from "./response-names.ts";
import { selectionSet, typename } from "./selections.ts";
import { Tape } from "./tape.ts";
import { Variables } from "./variables.ts";

/** What is shared by everything in one operation while it is made. */
export interface OperationParts {
  readonly kind: "query" | "mutation";
  readonly tape: Tape;
  readonly names: ResponseNames;
  readonly variables: Variables;
  readonly fragments: {
    readonly name: string;
    readonly on: GraphQLCompositeType;
    readonly text: string;
  }[];
}

/** Deepest selection below the root. */
const DEEPEST = 4;

const INTROSPECTIONS: readonly [
  readonly [string, string, string],
  ...(readonly [string, string, string])[],
] = [
  ["__schema", "", "{ queryType { name } mutationType { kind name } }"],
  ["__type", '(name: "Media")', "{ __typename name possibleTypes { name } }"],
  ["__type", '(name: "Nobody")', "{ name }"],
];

/** A valid operation of the graph, made by the decisions on a tape. */
export function makeOperation(bytes: Uint8Array): ClientOperation {
  const tape = new Tape(bytes);
  const names = new ResponseNames(tape);
  const [kind, root] = tape.chance(32)
    ? (["mutation", GRAPH.getMutationType()] as const)
    : (["query", GRAPH.getQueryType()] as const);
  const parts: OperationParts = {
    kind,
    tape,
    names,
    variables: new Variables(tape),
    fragments: [],
  };
  if (!root) throw new Error(`The graph has no ${kind}`);
  const selections = [selectionSet(root, DEEPEST, parts).slice(1, -1)];
  if (tape.chance(20)) selections.push(typename(parts));
  if (kind === "query" && tape.chance(20)) {
    const [name, args, set] = tape.one(INTROSPECTIONS);
    selections.push(`${names.aliased({ name, args, type: "meta" })} ${set}`);
  }
  const { variables, fragments } = parts;
  const text = `${kind} ${variables.definitions()} { ${selections.join(" ")} }`;
  return {
    query: [text, ...fragments.map((fragment) => fragment.text)].join("\n"),
    variables: variables.values,
  };
}
