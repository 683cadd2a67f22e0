import type { GraphQLFieldResolver } from "graphql";
import { forbidden } from "../errors/hub-error.ts";
import type { BaseContext } from "./context.ts";

type Resolver = GraphQLFieldResolver<unknown, Pick<BaseContext, "viewer">>;

/**
 * Resolvers of mutations that tell a caller who is not signed in to sign in, before anything is looked up
 * or checked: whoever is told that a record is not there looks for it in vain.
 */
export function forThoseSignedIn(mutations: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mutations).map(([name, resolve]) => [
      name,
      typeof resolve === "function" ? signedIn(name, resolve as Resolver) : resolve,
    ]),
  );
}

function signedIn(name: string, resolve: Resolver): Resolver {
  return (source, values, context, info) => {
    const { viewer } = context;
    if (viewer.kind === "ANONYMOUS")
      throw forbidden(viewer, `Nobody is signed in, and "${name}" changes something.`);
    return resolve(source, values, context, info);
  };
}
