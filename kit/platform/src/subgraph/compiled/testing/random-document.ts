import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  OperationTypeNode,
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isUnionType,
} from "graphql";
import { type Choose, oneOf } from "./choose.ts";

type Field = GraphQLField<unknown, unknown>;

/** Variables that documents may use, and values that some of them have. */
const VARIABLES: Readonly<Record<string, readonly [type: string, ...values: unknown[]]>> = {
  yes: ["Boolean!", true, false],
  no: ["Boolean! = false", true, false, undefined],
  maybe: ["Boolean = true", true, false, undefined, null],
  number: ["Int", 1, null, undefined, "one"],
  needed: ["Int = 4", 2, undefined, null],
  text: ["String", "text", undefined, 5],
  kind: ["Kind", "ONE", undefined, "NONE"],
  input: ["Input", { number: 1 }, { inner: { text: "deep" } }, null, undefined, { none: 1 }],
  list: ["[Int!]", [1, 2], 3, undefined, [null]],
};

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  number: ["1", "null"],
  needed: ["3"],
  text: ['"literal"', "null"],
  kind: ["TWO"],
  input: ["{ text: $text }", "{ inner: { number: 2 } }", "null"],
  list: ["[1, $needed]", "[]", "5"],
};

/** A document that is valid for a schema of `randomSchema`. */
export function randomDocument(schema: GraphQLSchema, choose: Choose): string {
  return new Writer(schema, choose).document();
}

/** Values of the variables, some of which are refused. */
export function randomVariables(choose: Choose): Record<string, unknown> {
  const entries = Object.entries(VARIABLES).map(([name, [, ...values]]) => {
    // What is refused stands last, and ends everything: it is to be seldom.
    const isUsual = choose(50) > 0;
    return [name, oneOf(choose, isUsual ? values.slice(0, 2) : values)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #choose: Choose;
  readonly #fragments: { readonly type: GraphQLCompositeType; readonly text: string }[] = [];
  /** By the key in the answer: a key has the same arguments wherever it stands, so that all may merge. */
  readonly #arguments = new Map<string, string>();

  constructor(schema: GraphQLSchema, choose: Choose) {
    this.#schema = schema;
    this.#choose = choose;
  }

  document(): string {
    const choose = this.#choose;
    const kind = oneOf(choose, [...Object.values(OperationTypeNode), OperationTypeNode.QUERY]);
    const type = this.#schema.getRootType(kind) as GraphQLCompositeType;
    const isSubscription = kind === OperationTypeNode.SUBSCRIPTION;
    const selected = isSubscription
      ? `{ ${this.#field(oneOf(choose, fieldsOf(type)), 3, "")} }`
      : this.#set(type, 4);
    const variables = Object.entries(VARIABLES).map(([name, [form]]) => `$${name}: ${form}`);
    const operation = `${kind} Main(${variables.join(" ")}) ${selected}`;
    const fragments = this.#fragments.map(({ text }) => text);
    return ["query Other { __typename }", operation, ...fragments].slice(choose(2)).join("\n");
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    const length = 1 + this.#choose(4);
    return `{ ${Array.from({ length }, () => this.#selection(type, depth)).join(" ")} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const choose = this.#choose;
    const condition = this.#condition();
    if (depth > 0 && choose(3) === 0) return this.#fragment(type, depth, condition);
    const fields = fieldsOf(type).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    const field = fields[choose(fields.length + 1)];
    if (field) return this.#field(field, depth, condition);
    if (type === this.#schema.getQueryType() && choose(4) === 0)
      return `__type(name: "I") { name possibleTypes { name } }`;
    return `${oneOf(choose, ["", "typename: ", "then: "])}__typename${condition}`;
  }

  #field(field: Field, depth: number, condition: string): string {
    const inner = getNamedType(field.type);
    const below = isCompositeType(inner) ? ` ${this.#set(inner, depth - 1)}` : "";
    const key = oneOf(this.#choose, ["", "", `${field.name}_1`, `${field.name}_2`]);
    const isOdd = field.name === "f1" && key !== "" && this.#choose(2) > 0;
    const alias = isOdd ? "__proto__" : key;
    const given = this.#argumentsOf(field, alias || field.name);
    return `${alias && `${alias}: `}${field.name}${given}${condition}${below}`;
  }

  #argumentsOf({ args }: Field, key: string): string {
    const known = this.#arguments.get(key);
    if (known !== undefined) return known;
    const given = args
      .filter(() => this.#choose(3) > 0)
      .map(
        ({ name }) => `${name}: ${oneOf(this.#choose, [`$${name}`, ...(LITERALS[name] ?? [])])}`,
      );
    const text = given.length === 0 ? "" : `(${given.join(", ")})`;
    this.#arguments.set(key, text);
    return text;
  }

  #fragment(type: GraphQLCompositeType, depth: number, condition: string): string {
    const choose = this.#choose;
    const overlaps = (one: GraphQLCompositeType): boolean =>
      doTypesOverlap(this.#schema, one, type);
    const made = this.#fragments.findIndex((one) => overlaps(one.type) && choose(2) > 0);
    if (made >= 0) return `...F${made}${condition}`;
    const on = oneOf(
      choose,
      Object.values(this.#schema.getTypeMap()).filter(
        (one): one is GraphQLCompositeType =>
          isCompositeType(one) && !one.name.startsWith("__") && overlaps(one),
      ),
    );
    const text = this.#set(on, depth - 1);
    const way = choose(3);
    if (way === 0) return `...${condition} ${this.#set(type, depth - 1)}`;
    if (way === 1) return `... on ${on.name}${condition} ${text}`;
    const index = this.#fragments.length;
    this.#fragments.push({ type: on, text: `fragment F${index} on ${on.name} ${text}` });
    return `...F${index}${condition}`;
  }

  #condition(): string {
    const asked = oneOf(this.#choose, ["true", "false", "$yes", "$no", "$maybe"]);
    return (
      ["", "", "", "", ` @include(if: ${asked})`, ` @skip(if: ${asked})`][this.#choose(6)] ?? ""
    );
  }
}

function fieldsOf(type: GraphQLCompositeType): Field[] {
  return isUnionType(type) ? [] : Object.values(type.getFields());
}
