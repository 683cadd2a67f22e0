import {
  type GraphQLSchema,
  buildSchema,
  isAbstractType,
  isObjectType,
  isScalarType,
} from "graphql";
import { type Choose, oneOf } from "./choose.ts";
import { RandomValues, typeNameOf } from "./random-values.ts";

const LEAVES = ["String", "Int", "Float", "Boolean", "ID", "Kind", "Odd"];
const COMPOSITES = ["A", "B", "C", "D", "I", "J", "U"];
const WRAPS = ["*", "*", "*!", "[*]", "[*!]", "[*!]!", "[[*!]]"];
const ARGUMENTS = [
  '(number: Int, text: String = "given", needed: Int! = 7)',
  "(kind: Kind, input: Input, list: [Int!])",
];

/** Names of types that a value must not be resolved to, by its type. */
const WRONG: Readonly<Record<string, unknown>> = { A: 5, B: "Odd", C: "Nothing", D: undefined };

/**
 * A schema whose resolvers give anything at all: values, null, promises, other thenables, errors, values of
 * other types. A field has the same form in each type, so that any two selections may merge. The values
 * follow from the seed alone.
 */
export function randomSchema(choose: Choose, seed: number): GraphQLSchema {
  const fields = Array.from({ length: 12 }, (_, index) => {
    const type = oneOf(choose, index < 6 ? LEAVES : COMPOSITES);
    const given = choose(3) > 0 ? "" : oneOf(choose, ARGUMENTS);
    return `f${index}${given}: ${oneOf(choose, WRAPS).replace("*", type)}`;
  });
  const some = (): string[] => fields.filter((_, index) => index === 0 || choose(3) > 0);
  const block = (...sets: string[][]): string => `{ ${[...new Set(sets.flat())].join("\n")} }`;
  const [i, j] = [some(), some()];
  const schema = buildSchema(`
    scalar Odd
    enum Kind { ONE TWO }
    input Input { number: Int = 3, text: String, inner: Input }
    interface I ${block(i)}
    interface J ${block(j)}
    type A implements I ${block(i, some())}
    type B implements I & J ${block(i, j, some())}
    type C implements J ${block(j, some())}
    type D ${block(some())}
    union U = A | C | D
    type Query ${block(fields)}
    type Mutation ${block(fields)}
    type Subscription ${block(fields)}
  `);
  giveResolvers(schema, choose, new RandomValues(schema, seed));
  return schema;
}

function giveResolvers(schema: GraphQLSchema, choose: Choose, values: RandomValues): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (type.name === "Odd" && isScalarType(type)) type.serialize = serializeOdd;
    const tell = teller(choose);
    if (isAbstractType(type)) type.resolveType = tell?.((name) => name);
    if (!isObjectType(type)) continue;
    if (COMPOSITES.includes(type.name)) type.isTypeOf = tell?.((name) => name === type.name);
    for (const field of Object.values(type.getFields()))
      if (choose(2) > 0)
        field.resolve = (source, given, context, info) =>
          values.resolved(source, given, { context, info });
  }
}

/** How the types of objects are told: not at all, at once, later, wrongly or with an error. */
function teller(
  choose: Choose,
): (<T>(tell: (name: unknown) => T) => (value: unknown) => never) | undefined {
  const way = choose(7);
  if (way < 3) return undefined;
  return (tell) => (value) => {
    const name = typeNameOf(value);
    if (way === 4) return Promise.resolve(tell(name)) as never;
    if (way === 5 && name === "C") throw new Error("Types are not told.");
    return tell(way === 6 ? WRONG[String(name)] : name) as never;
  };
}

function serializeOdd(value: unknown): unknown {
  if (value === 0) throw new Error("Nought is not odd.");
  if (value === 2) return undefined;
  return value === 4 ? Promise.resolve("four") : value;
}
