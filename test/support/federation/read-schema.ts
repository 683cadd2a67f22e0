import { type GraphQLSchema, buildSchema } from "graphql";

/** A schema from its text: what comes from a package with a `graphql` of its own is made ours. */
export function readSchema(sdl: string): GraphQLSchema {
  return buildSchema(sdl);
}
