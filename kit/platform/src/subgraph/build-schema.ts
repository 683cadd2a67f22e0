import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, parse } from "graphql";
import { describeSchema } from "./describe.ts";
import { withIdsChecked } from "./filter-ids.ts";
import { loosen } from "./loosen.ts";
import { followChanges } from "./outcome.ts";
import { forThoseSignedIn } from "./sign-in.ts";
import { checkRepresentations } from "./representations.ts";
import {
  type ClassType,
  type PubSub,
  buildSchemaSync,
  createResolversMap,
  getMetadataStorage,
} from "type-graphql";

/** Resolves a reference that the gateway asks for by key; must go through a loader. */
export type ReferenceResolver = (reference: never, context: never, info: never) => unknown;

/** What a subgraph's schema is made of. */
export interface SchemaParts {
  readonly resolvers: readonly ClassType[];
  /** Type name → resolver of its references, for entities this subgraph owns or extends. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  /** Types of another subgraph that this one adds fields to. */
  readonly extended?: readonly string[];
  /** Types that no field of this subgraph leads to: entities that the gateway requests only by key. */
  readonly byKeyOnly?: readonly ClassType[];
}

/** Subscriptions follow a log (`subscribe`). What is published only in memory would be lost in a crash. */
const NO_TOPICS: PubSub = {
  publish: () => {
    throw new Error("Nothing is published by topic. Append to a log, and follow that.");
  },
  subscribe: () => {
    throw new Error("There are no topics. Give the subscription a `subscribe` that follows a log.");
  },
};

/** Federation version and the directives the subgraphs use. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag"])`;

/** One instance of each class of resolvers. type-graphql's own container looks it up in a list each time. */
function createContainer(): { get: (type: ClassType) => object } {
  const instances = new Map<ClassType, object>();
  return {
    get: (type) => {
      let instance = instances.get(type);
      if (!instance) instances.set(type, (instance = new type() as object));
      return instance;
    },
  };
}

/** Builds a subgraph's SDL and executable schema from its type-graphql resolvers. Pure. */
export function buildSchema(parts: SchemaParts): { sdl: string; schema: GraphQLSchema } {
  // A field without its own resolver is the property with its name. There is no middleware, so nothing else
  // happens when the field is read.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const strict = buildSchemaSync({
    resolvers: parts.resolvers as [ClassType, ...ClassType[]],
    // Types are found from the resolvers and this list alone: other subgraphs in the process have types of the same names.
    orphanedTypes: [...(parts.byKeyOnly ?? [])],
    validate: false,
    skipCheck: true,
    pubSub: NO_TOPICS,
    container: createContainer(),
  });
  const plain = describeSchema(loosen(strict, parts.extended ?? []));
  const sdl = `${LINK}\n\n${printSchemaWithDirectives(plain)}\n`;
  const resolvers = withIdsChecked(plain, createResolversMap(plain) as Record<string, object>);
  const { Mutation: mutations } = resolvers;
  if (mutations) resolvers["Mutation"] = followChanges(forThoseSignedIn(mutations));
  for (const [type, resolve] of Object.entries(parts.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  checkRepresentations(schema);
  return { sdl, schema };
}
