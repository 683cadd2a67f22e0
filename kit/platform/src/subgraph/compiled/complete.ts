import {
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  defaultTypeResolver,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { type Field, type FieldCall, type Path, coordinate, isPromise } from "./call.ts";
import { failAt } from "./collected-errors.ts";
import type { ObjectFields } from "./object-fields.ts";
import { runtimeType } from "./runtime-type.ts";

/** Completes a value that a resolver gave (GraphQL, section 6.4.3). @param path of the value. */
export type Complete = (at: FieldCall, value: unknown, path: Path) => unknown;

/** The fields that are selected below a field, by the type of the object. */
export type FieldsOf = (type: GraphQLObjectType) => ObjectFields;

/** How values of a type are completed at a field. */
export function completion(type: GraphQLOutputType, field: Field, fieldsOf: FieldsOf): Complete {
  if (isNonNullType(type)) return nonNull(completion(type.ofType, field, fieldsOf), field);
  if (isListType(type)) return list(type.ofType, field, completion(type.ofType, field, fieldsOf));
  if (isLeafType(type)) return (_at, value) => leaf(type, value);
  if (isObjectType(type)) return object(type, fieldsOf);
  return abstract(type, fieldsOf);
}

/** Whether there is nothing to complete. @throws what a resolver gave as its error. */
export function isNothing(value: unknown): value is null | undefined {
  if (value instanceof Error) throw value;
  return value === null || value === undefined;
}

/** Completes a scalar or the value of an enumeration. */
export function leaf(type: GraphQLLeafType, value: unknown): unknown {
  if (isNothing(value)) return null;
  const serialized: unknown = type.serialize(value);
  if (serialized === null || serialized === undefined)
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  return serialized;
}

/** What is thrown for a null where a field has none. */
export function unexpectedNull(field: Field): Error {
  return new Error(`Cannot return null for non-nullable field ${coordinate(field)}.`);
}

function nonNull(complete: Complete, field: Field): Complete {
  return (at, value, path) => {
    const completed = complete(at, value, path);
    if (completed === null) throw unexpectedNull(field);
    return completed;
  };
}

/** @param type of the items. */
function list(type: GraphQLOutputType, field: Field, complete: Complete): Complete {
  const fail = failAt(type, field.nodes);
  return (at, value, path) => {
    if (isNothing(value)) return null;
    if (!isIterable(value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${coordinate(field)}".`,
      );
    const { call } = at;
    const items: unknown[] = [];
    let isPending = false;
    try {
      for (const item of value) {
        const itemPath: Path = { prev: path, key: items.length, typename: undefined };
        let completed: unknown;
        try {
          completed = isPromise(item)
            ? item.then((resolved) => complete(at, resolved, itemPath))
            : complete(at, item, itemPath);
          if (isPromise(completed)) {
            isPending = true;
            completed = completed.then(undefined, (error) => fail(call, error, itemPath));
          }
        } catch (error) {
          completed = fail(call, error, itemPath);
        }
        items.push(completed);
      }
    } catch (error) {
      // Nobody waits for what the other items promised: their errors are not to count as unhandled.
      if (isPending) void Promise.allSettled(items);
      throw error;
    }
    return isPending ? Promise.all(items) : items;
  };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === "function"
  );
}

function object(type: GraphQLObjectType, fieldsOf: FieldsOf): Complete {
  return (at, value, path) =>
    isNothing(value) ? null : completeObject(at, value, { type, path, fieldsOf });
}

function abstract(type: GraphQLAbstractType, fieldsOf: FieldsOf): Complete {
  return (at, value, path) => {
    if (isNothing(value)) return null;
    const resolve = type.resolveType ?? defaultTypeResolver;
    const complete = (name: unknown): unknown =>
      completeObject(at, value, { type: runtimeType(at, { type, value }, name), path, fieldsOf });
    const name = resolve(value, at.call.context, at.info, type);
    return isPromise(name) ? name.then(complete) : complete(name);
  };
}

interface ObjectParts {
  readonly type: GraphQLObjectType;
  readonly path: Path;
  readonly fieldsOf: FieldsOf;
}

function completeObject(
  at: FieldCall,
  value: unknown,
  { type, path, fieldsOf }: ObjectParts,
): unknown {
  const { call, field } = at;
  const fields = fieldsOf(type);
  if (!type.isTypeOf) return fields.execute(call, value, path);
  const execute = (isOfType: boolean): unknown => {
    if (isOfType) return fields.execute(call, value, path);
    throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, {
      nodes: field.nodes,
    });
  };
  const isOfType = type.isTypeOf(value, call.context, at.info);
  return isPromise(isOfType) ? isOfType.then(execute) : execute(isOfType);
}
