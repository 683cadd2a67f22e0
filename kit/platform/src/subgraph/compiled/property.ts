import type { FieldArguments } from "./arguments.ts";
import type { FieldCall } from "./call.ts";

type Method = (args: object, context: unknown, info: object) => unknown;

/** Whether properties of a source are fields, as graphql-js sees it. */
export function isReadable(source: unknown): source is Readonly<Record<string, unknown>> {
  return (typeof source === "object" && source !== null) || typeof source === "function";
}

/** Calls the method that a source has for a field without a resolver. */
export function callMethod(
  at: FieldCall,
  source: Readonly<Record<string, unknown>>,
  given: FieldArguments,
): unknown {
  const methods = source as Readonly<Record<string, Method>>;
  return methods[at.field.name]?.(given.of(at.call), at.call.context, at.info);
}
