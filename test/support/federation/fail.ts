import { GraphQLError } from "graphql";

/** Fails a resolver with an error that has a code. */
export function fail(code: string): never {
  throw new GraphQLError(`It is ${code.toLowerCase()}.`, { extensions: { code } });
}
