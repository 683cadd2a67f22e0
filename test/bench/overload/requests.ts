import { operation } from "../../support/contract.ts";
import type { Place } from "../hub/places.ts";
import { HUB } from "../hub/shared-resources.ts";

/** `AllianceReport` of the client contract for each place: four subgraphs count records. */
export function reportBodies(places: readonly Place[]): string[] {
  const query = operation("AllianceReport");
  return places.map(({ code }) =>
    JSON.stringify({ query, variables: { region: code, from: "2022-01-01", to: "2027-12-31" } }),
  );
}

/** The first page of `SharedResources` for each place. */
export function smallBodies(places: readonly Place[]): string[] {
  return places.map((place) => JSON.stringify(HUB.request({ place, kinds: [], after: null })));
}
