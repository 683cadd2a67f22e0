import { type SubgraphText, linked } from "@alliance-hub/test/support/federation/compose";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

/** Composes subgraphs like the peer. @throws Error with every fault that it found. */
export function composeByApollo(subgraphs: readonly SubgraphText[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({
      name,
      url: url ?? `http://${name}.invalid/graphql`,
      typeDefs: parse(linked(sdl)),
    })),
  );
  if (supergraphSdl !== undefined) return supergraphSdl;
  throw new Error(errors?.map(({ message }) => message).join("\n") ?? "Composition failed");
}
