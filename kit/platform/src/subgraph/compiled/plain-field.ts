import { type GraphQLLeafType, isNonNullType } from "graphql";
import type { FieldArguments } from "./arguments.ts";
import { type Field, FieldCall, isPromise, pathOf } from "./call.ts";
import { failAt } from "./collected-errors.ts";
import { leaf, unexpectedNull } from "./complete.ts";
import type { ExecutableField } from "./object-fields.ts";
import { callMethod, isReadable } from "./property.ts";

/**
 * A scalar or enumeration that is the property of its name, as most fields are: neither path nor info is
 * made for it, unless something goes wrong or the property is a method.
 */
export function plainField(
  field: Field,
  type: GraphQLLeafType,
  given: FieldArguments,
): ExecutableField["execute"] {
  const { name } = field;
  const isNonNull = isNonNullType(field.type);
  const fail = failAt(field.type, field.nodes);
  const complete = (value: unknown): unknown => {
    const completed = leaf(type, value);
    if (completed === null && isNonNull) throw unexpectedNull(field);
    return completed;
  };
  return (call, source, parent) => {
    try {
      if (!isReadable(source)) return complete(undefined);
      let value = source[name];
      if (typeof value === "function")
        value = callMethod(new FieldCall(call, field, pathOf(field, parent)), source, given);
      const completed = isPromise(value) ? value.then(complete) : complete(value);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error) => fail(call, error, pathOf(field, parent)));
    } catch (error) {
      return fail(call, error, pathOf(field, parent));
    }
  };
}
