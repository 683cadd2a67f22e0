import type { GraphQLFieldResolver } from "graphql";
import { forbidden } from "../errors/hub-error.ts";
import type { BaseContext } from "./context.ts";

type Resolver = GraphQLFieldResolver<unknown, Pick<BaseContext, "viewer">>;

/**
 * Resolvers of mutations that ask an anonymous caller to sign in, before anything is looked up or checked. If
 * they said first that a record does not exist, the caller would look for it in vain.
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
      throw forbidden(viewer, {
        zh: "您尚未登录，不能作更改。",
        en: `You are not signed in, and "${name}" makes a change.`,
      });
    return resolve(source, values, context, info);
  };
}
