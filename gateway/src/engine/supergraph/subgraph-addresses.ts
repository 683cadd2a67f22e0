import { type DocumentNode, Kind } from "graphql";

/** A subgraph that a supergraph names. */
export interface SubgraphAddress {
  readonly name: string;
  /** Empty where the supergraph gives none. */
  readonly url: string;
}

/** The subgraphs in a supergraph's `join__Graph` (https://specs.apollo.dev/join, "@graph"). */
export function readSubgraphAddresses(supergraph: DocumentNode): SubgraphAddress[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
      ? (definition.values ?? []).flatMap(({ directives }) =>
          (directives ?? [])
            .filter((directive) => directive.name.value === "join__graph")
            .map((directive) => {
              const argument = (name: string): string => {
                const value = directive.arguments?.find((one) => one.name.value === name)?.value;
                return value?.kind === Kind.STRING ? value.value : "";
              };
              return { name: argument("name"), url: argument("url") };
            }),
        )
      : [],
  );
}
