import { type GraphQLSchema, buildSchema } from "graphql";

/** Builds a schema from its text, so that a schema from a package with its own `graphql` uses ours. */
export function readSchema(sdl: string): GraphQLSchema {
  return buildSchema(sdl);
}
