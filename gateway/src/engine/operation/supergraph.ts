import { type GraphQLScalarType, type GraphQLSchema, Kind, isObjectType, parse } from "graphql";
import type { NamedApart } from "../document/source-names.ts";
import { type Possible, possibleIn } from "../document/possible.ts";
import { type Planner, createPlanner } from "../planner/planner.ts";
import { type AccessRules, readAccessRules } from "../supergraph/access-rules.ts";
import { buildApiSchema } from "../supergraph/api-schema.ts";
import { readLinks } from "../supergraph/links.ts";
import { type HiddenElements, readHidden } from "../supergraph/hidden.ts";
import { type Satisfies, readPossibleTypes } from "../supergraph/possible-types.ts";
import { readFieldsNamedApart } from "../supergraph/varied-fields.ts";
import { type Graph, readGraph } from "../verify/graph.ts";
import { type SubgraphAddress, readSubgraphAddresses } from "../supergraph/subgraph-addresses.ts";

/** A supergraph, read once. */
export interface Supergraph {
  readonly sdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly SubgraphAddress[];
  readonly planner: Planner;
  readonly satisfies: Satisfies;
  /** The object types that clients see behind a type. */
  readonly possible: Possible;
  /** Whether a name is that of an object type, also of one that clients do not see. */
  readonly isObjectType: (typename: string) => boolean;
  readonly hidden: HiddenElements;
  /** What plans are held against. */
  readonly graph: Graph;
  readonly namedApart: NamedApart;
  readonly accessRules: AccessRules | undefined;
}

/**
 * Reads a supergraph (Apollo Federation 2, https://specs.apollo.dev/join).
 *
 * @throws Error if the text is none.
 */
export function readSupergraph(
  sdl: string,
  scalars: readonly GraphQLScalarType[] = [],
): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const links = readLinks(document);
  const subgraphs = readSubgraphAddresses(document);
  if (subgraphs.length === 0) {
    throw new Error(
      "The schema names no subgraphs (enum join__Graph). Give a supergraph as a composition of Apollo Federation 2 makes it.",
    );
  }
  const apiSchema = buildApiSchema(document, links, scalars);
  const satisfies = readPossibleTypes(document);
  const objects = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
  if (!isObjectType(apiSchema.getQueryType())) throw new Error("The supergraph has no query type.");
  return {
    sdl,
    apiSchema,
    subgraphs,
    planner: createPlanner(sdl),
    satisfies,
    possible: possibleIn(apiSchema),
    isObjectType: (typename) => objects.has(typename),
    hidden: readHidden(document, apiSchema, satisfies),
    graph: readGraph(document),
    namedApart: readFieldsNamedApart(document),
    accessRules: readAccessRules(document, links),
  };
}
