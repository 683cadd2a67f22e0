import fc from "fast-check";
import { type GraphQLFieldResolver, type GraphQLSchema, buildSchema } from "graphql";

const OBJECTS = ["A", "B", "C", "D"] as const;
const INTERFACES = ["I", "J", "K"] as const;
const UNIONS = ["U", "V"] as const;
const COMPOSITES = [...OBJECTS, ...INTERFACES, ...UNIONS];

/** Leaves and, by what they lead to, objects; a field of one name is the same in every type. */
const LEAVES = ["x", "y", "z"] as const;
const LINKS = ["p", "q", "r"] as const;
const FIELDS = [...LEAVES, ...LINKS];

/** Which types there are, drawn at random: what implements what, which unions, which fields. */
export const HIERARCHIES: fc.Arbitrary<GraphQLSchema> = fc
  .record({
    links: fc.tuple(...LINKS.map(() => fc.constantFrom(...COMPOSITES))),
    interfaceFields: fc.tuple(
      ...INTERFACES.map(() => fc.subarray([...FIELDS], { minLength: 1, maxLength: 3 })),
    ),
    /** Whether the second interface implements the first. */
    isNested: fc.boolean(),
    objects: fc.tuple(
      ...OBJECTS.map(() =>
        fc.record({
          interfaces: fc.subarray([...INTERFACES]),
          fields: fc.subarray([...FIELDS], { minLength: 1 }),
        }),
      ),
    ),
    unions: fc.tuple(...UNIONS.map(() => fc.subarray([...OBJECTS], { minLength: 1 }))),
  })
  .map(({ links, interfaceFields, isNested, objects, unions }) => {
    const typeOf = (field: string): string => {
      const link = LINKS.findIndex((name) => name === field);
      return link < 0 ? "String" : `[${links[link] ?? "A"}]`;
    };
    const fieldsOf = (own: readonly string[], interfaces: readonly string[]): string => {
      const all = new Set(own);
      for (const [index, name] of INTERFACES.entries())
        if (interfaces.includes(name)) for (const one of interfaceFields[index] ?? []) all.add(one);
      return [...all].map((name) => `${name}(n: Int): ${typeOf(name)}`).join(" ");
    };
    const whole = (names: readonly string[]): string[] =>
      isNested && names.includes("J") ? [...new Set([...names, "I"])] : [...names];
    const implementing = (names: readonly string[]): string =>
      names.length === 0 ? "" : `implements ${names.join(" & ")}`;
    return buildSchema(`
      type Query { ${COMPOSITES.map((name) => `to${name}: [${name}]`).join(" ")} ${LEAVES[0]}: String }
      ${INTERFACES.map((name, index) => {
        const above = whole([name]).filter((one) => one !== name);
        return `interface ${name} ${implementing(above)} { ${fieldsOf(interfaceFields[index] ?? [], above)} }`;
      }).join("\n")}
      ${OBJECTS.map((name, index) => {
        const { interfaces, fields } = objects[index] ?? { interfaces: [], fields: [] };
        const all = whole(interfaces);
        return `type ${name} ${implementing(all)} { ${fieldsOf(fields, all)} }`;
      }).join("\n")}
      ${UNIONS.map((name, index) => `union ${name} = ${(unions[index] ?? ["A"]).join(" | ")}`).join("\n")}
    `);
  });

/** An object of such a graph is its type and a text, from which the values of its fields follow. */
interface Source {
  readonly __typename: string;
  readonly text: string;
}

/** Resolves every field: a leaf to a text of its own, a link to one object of each type it may have. */
export const resolveAnything: GraphQLFieldResolver<Source | undefined, unknown> = (
  source,
  { n },
  _context,
  { fieldName, returnType, schema },
) => {
  const text = `${source?.text ?? ""}.${fieldName}${n === undefined ? "" : `(${String(n)})`}`;
  if (String(returnType) === "String") return text;
  const type = schema.getType(String(returnType).slice(1, -1));
  if (!type) return null;
  const names =
    "getTypes" in type || "resolveType" in type
      ? schema.getPossibleTypes(type as never).map(({ name }) => name)
      : [type.name];
  return names.map((name): Source => ({ __typename: name, text: `${text}:${name}` }));
};
