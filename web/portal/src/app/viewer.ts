import { createContext, use } from "react";
import type { PortalViewerQuery, RegionLevel } from "../graph/generated/graphql.ts";

/** Who is looking, as the hub sees them. */
export type Viewer = NonNullable<PortalViewerQuery["viewer"]>;

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Undefined while it is being found out. */
export const useViewer = (): Viewer | undefined => use(ViewerContext);

/** Whether somebody is signed in, as far as is known. */
export const isSomebody = (viewer: Viewer | null | undefined): boolean =>
  viewer != null && viewer.kind !== "ANONYMOUS";

/** Units that a viewer may act for. */
export const unitsOf = (viewer: Viewer | undefined): Viewer["organizations"] =>
  viewer?.organizations ?? [];

/** Committees of which a viewer is the secretary, or which were handed over to them. */
export function committeesOf(viewer: Viewer | undefined) {
  const all = (viewer?.roles ?? []).flatMap(({ role, committee }) =>
    (role === "SECRETARY" || role === "DEPUTY") && committee ? [committee] : [],
  );
  return [...new Map(all.map((committee) => [committee.id, committee])).values()];
}

/** The place that lists begin with, for a component; undefined while it is being found out. */
export const PlaceContext = createContext<string | undefined>(undefined);

export const usePlace = (): string | undefined => use(PlaceContext);

interface RegionChain {
  readonly code: string;
  readonly level: RegionLevel;
  readonly parent?: RegionChain | null;
}

/** A viewer's district, so that neighbours are in the lists; the topmost place known where there is no district. */
export function placeOf({ viewer, regions }: PortalViewerQuery): string | undefined {
  const region =
    viewer?.roles.find(({ committee }) => committee?.region)?.committee?.region ??
    viewer?.organizations.find(({ region: own }) => own)?.region;
  return (
    (region
      ? districtOf(region)
      : viewer?.roles.find(({ regionCode }) => regionCode)?.regionCode) ?? regions?.nodes[0]?.code
  );
}

/** The district of a place; the topmost place known where there is no district. */
export function districtOf({ code, level, parent }: RegionChain): string {
  return level === "DISTRICT" || !parent ? code : districtOf(parent);
}
