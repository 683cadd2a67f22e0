import fc from "fast-check";
import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
} from "graphql";
import { possibleIn } from "../../document/possible.ts";

/** Choices by which a selection is made, whatever the schema; 0 is the plainest. */
type Choose = (bound: number) => number;

const DEEPEST = 5;

/** Documents of a schema, valid but for what may not merge: fragments within fragments, above all. */
export function documentsOf(schema: GraphQLSchema): fc.Arbitrary<string> {
  return fc
    .infiniteStream(fc.nat({ max: 999 }))
    .map((numbers) => writeDocument(schema, (bound) => (numbers.next().value ?? 0) % bound));
}

function writeDocument(schema: GraphQLSchema, choose: Choose): string {
  const possible = possibleIn(schema);
  const composites = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLCompositeType =>
      isCompositeType(type) && !type.name.startsWith("__") && type.name !== "Query",
  );
  const fragments: string[] = [];
  const overlapping = (type: GraphQLCompositeType): GraphQLCompositeType[] =>
    composites.filter((one) => possible(one).some((name) => possible(type).includes(name)));
  const condition = (): string =>
    choose(12) > 0 ? "" : choose(2) > 0 ? " @skip(if: $yes)" : " @include(if: true)";

  const selections = (type: GraphQLCompositeType, depth: number): string =>
    `{ ${Array.from({ length: 1 + choose(3) }, () => selection(type, depth)).join(" ")} }`;
  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const on = overlapping(type);
    if (depth > 0 && on.length > 0 && choose(3) > 0) {
      const target = on[choose(on.length)] ?? type;
      const inner = selections(target, depth - 1);
      if (choose(4) > 0) return `... on ${target.name}${condition()} ${inner}`;
      fragments.push(`fragment F${fragments.length} on ${target.name} ${inner}`);
      return `...F${fragments.length - 1}${condition()}`;
    }
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const possibleFields = fields.filter((one) => depth > 0 || String(one.type) === "String");
    const field = possibleFields[choose(possibleFields.length + 1)];
    if (!field) return choose(3) > 0 ? "__typename" : "kind: __typename";
    // An argument goes with an alias of its own, so that any two selections can be one.
    const [alias, args] = choose(4) > 0 ? ["", ""] : [`${field.name}1: `, "(n: 1)"];
    const inner = getNamedType(field.type);
    const deeper = isCompositeType(inner) ? ` ${selections(inner, depth - 1)}` : "";
    return `${alias}${field.name}${args}${condition()}${deeper}`;
  };

  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const asked = Array.from({ length: 1 + choose(2) }, () => roots[choose(roots.length - 1)]);
  const text = asked.map((field) => {
    const type = field && getNamedType(field.type);
    return isCompositeType(type) ? `${field?.name} ${selections(type, DEEPEST)}` : "x";
  });
  return [`query ($yes: Boolean = true) { ${text.join(" ")} }`, ...fragments].join("\n");
}
