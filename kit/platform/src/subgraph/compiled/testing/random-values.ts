import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  responsePathAsArray,
} from "graphql";
import { type Choose, choicesFor, oneOf } from "./choose.ts";

/** The context of an execution: what resolvers were told, in order. */
export type Told = unknown[];

interface At {
  readonly context: Told;
  readonly info: GraphQLResolveInfo;
}

/** The name of the object type that a value was made for. */
export function typeNameOf(value: unknown): unknown {
  return (value as { readonly made?: unknown }).made;
}

/** Values for any type, by seed and position: the same for the same, made anew each time. */
export class RandomValues {
  readonly #schema: GraphQLSchema;
  readonly #seed: number;

  constructor(schema: GraphQLSchema, seed: number) {
    this.#schema = schema;
    this.#seed = seed;
  }

  /** Answers as a resolver, notes what it was told, and spoils its arguments. */
  resolved(source: unknown, given: Record<string, unknown>, { context, info }: At): unknown {
    const { parentType, fieldName, path, variableValues, returnType, fieldNodes } = info;
    const at = `${String((source as { id?: unknown } | undefined)?.id)}.${fieldName}${JSON.stringify(given)}`;
    context.push(
      `${parentType.name}.${fieldName}: ${String(returnType)} at ${at}`,
      responsePathAsArray(path),
      [path.typename, JSON.stringify(variableValues), fieldNodes.map(({ loc }) => loc?.start)],
      [info.operation.name?.value, Object.keys(info.fragments), typeNameOf(info.rootValue ?? {})],
    );
    for (const value of [...Object.values(given), given])
      if (typeof value === "object" && value !== null) Object.assign(value, { spoilt: true });
    return this.#value(returnType, at, true);
  }

  /** An object of a type, with a property or a method for some of its fields. */
  object(type: GraphQLObjectType, id: string): object {
    const choose = choicesFor(`${this.#seed} object ${id}`);
    const object: object = { id, made: type.name };
    // Seldom one that is wrong, so that answers have some depth.
    const typename = ["Nothing", "I", "A", 1, undefined][choose(20)] ?? type.name;
    if (choose(4) > 0) Object.assign(object, { __typename: typename });
    for (const field of Object.values(type.getFields())) {
      const isMethod = choose(4) === 0;
      const at = `${id}.${field.name}`;
      const get = isMethod
        ? () => (given: Record<string, unknown>, context: Told, info: GraphQLResolveInfo) =>
            this.resolved(object, given, { context, info })
        : () => this.#value(field.type, at, true);
      Object.defineProperty(object, field.name, { get });
    }
    return object;
  }

  #value(type: GraphQLOutputType, at: string, mayThrow: boolean): unknown {
    const choose = choicesFor(`${this.#seed} ${at}`);
    const fault = choose(70);
    if (fault === 0) return null;
    if (fault === 1) return undefined;
    if (fault === 2) return new Error(`given at ${at}`);
    if (fault === 3) return oneOf(choose, [7, "text", {}, [], true, Symbol.iterator]);
    if (fault === 4) return handled(Promise.reject(new Error(`rejected at ${at}`)));
    if (fault === 5) return handled(Promise.reject(at));
    if (fault === 6 && mayThrow) throw new Error(`thrown at ${at}`);
    if (fault === 7 && mayThrow) throw new GraphQLError(at, { extensions: { at } });
    if (fault === 8 && mayThrow) throw at;
    const value = this.#plain(type, at, choose);
    const way = choose(12);
    if (way < 3) return later(value, way);
    return way === 3 ? thenable(value) : value;
  }

  #plain(type: GraphQLOutputType, at: string, choose: Choose): unknown {
    if (isNonNullType(type)) return this.#plain(type.ofType, at, choose);
    if (isListType(type)) return this.#list(type.ofType, at, choose);
    if (isEnumType(type)) return oneOf(choose, ["ONE", "TWO"]);
    if (isLeafType(type))
      return type.name === "String" || type.name === "ID" ? `text ${choose(9)}` : choose(6);
    const object = isObjectType(type) ? type : oneOf(choose, this.#schema.getPossibleTypes(type));
    return this.object(object, at);
  }

  /**
   * Items that must not be null are promises if they can fail late: graphql-js leaves errors unhandled of
   * which the list no longer hears.
   */
  #list(type: GraphQLOutputType, at: string, choose: Choose): unknown {
    const isStrict = isNonNullType(type);
    const length = choose(4);
    const items = Array.from({ length }, (_, index) => {
      const item = this.#value(type, `${at}.${index}`, false);
      return isStrict && length > 1 ? later(item, index) : item;
    });
    return oneOf(choose, [items, items, new Set(items), items.values()]);
  }
}

/** A promise that takes some turns to be kept. */
function later(value: unknown, turns: number): Promise<unknown> {
  let promise = Promise.resolve(value);
  for (let turn = 0; turn < turns; turn++) promise = promise.then((kept) => kept);
  return handled(promise);
}

/** A promise of which nobody has to hear. */
function handled(promise: Promise<unknown>): Promise<unknown> {
  promise.catch(() => {});
  return promise;
}

function thenable(value: unknown): object {
  const promise = handled(Promise.resolve(value));
  // oxlint-disable-next-line unicorn/no-thenable -- graphql-js takes whatever has a `then` for a promise
  return { then: promise.then.bind(promise) };
}
