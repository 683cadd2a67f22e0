import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

/** A subgraph as its author writes it. */
export interface SubgraphText {
  readonly name: string;
  readonly sdl: string;
  /** Default: an address where nothing answers, for subgraphs in this process. */
  readonly url?: string;
}

const DIRECTIVES =
  "@key @requires @provides @external @shareable @override @inaccessible @interfaceObject @tag @extends FieldSet";

/** Subgraphs that do not link a version of the specification get this one, with all its directives. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(DIRECTIVES.split(" "))})\n`;

/** The subgraph's text with the link to the specification. */
export function linked(sdl: string): string {
  return sdl.includes("@link(") ? sdl : LINK + sdl;
}

/** Composes subgraphs into a supergraph. @throws Error with every fault that composition found. */
export function compose(subgraphs: readonly SubgraphText[]): string {
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
