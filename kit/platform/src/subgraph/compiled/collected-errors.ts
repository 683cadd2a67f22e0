import {
  type FieldNode,
  type GraphQLError,
  type GraphQLOutputType,
  isNonNullType,
  locatedError,
  responsePathAsArray,
} from "graphql";
import type { Call, Path } from "./call.ts";

/** The errors of one execution. What happens below a position that is null already is not told. */
export class CollectedErrors {
  readonly all: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** @param path undefined for an error that leaves no data. */
  add(error: GraphQLError, path: Path | undefined): void {
    for (let at = path; at !== undefined; at = at.prev) if (this.#nulled.has(at)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.all.push(error);
  }
}

/** Answers an error at a position with null, or throws it on to what stands around. */
export type Fail = (call: Call, error: unknown, path: Path) => null;

/** How a position of a type fails (GraphQL, section 6.4.4). */
export function failAt(type: GraphQLOutputType, nodes: readonly FieldNode[]): Fail {
  const isNonNull = isNonNullType(type);
  return (call, raw, path) => {
    const error = locatedError(raw, nodes, responsePathAsArray(path));
    if (isNonNull) throw error;
    call.errors.add(error, path);
    return null;
  };
}
