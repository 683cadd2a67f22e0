import { createContext, use } from "react";
import type { PortalViewerQuery } from "../graph/generated/graphql.ts";

/** Who is looking, as the hub sees them. */
export type Viewer = NonNullable<PortalViewerQuery["viewer"]>;

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Undefined while it is being found out. */
export const useViewer = (): Viewer | undefined => use(ViewerContext);

/** Units that a viewer may act for. */
export const unitsOf = (viewer: Viewer | undefined): Viewer["organizations"] =>
  viewer?.organizations ?? [];

/** Committees of which a viewer is the secretary. */
export function committeesOf(viewer: Viewer | undefined) {
  const all = (viewer?.roles ?? []).flatMap(({ role, committee }) =>
    role === "SECRETARY" && committee ? [committee] : [],
  );
  return [...new Map(all.map((committee) => [committee.id, committee])).values()];
}

/** The place that a viewer's lists begin with: the district, so that neighbours are in them. */
export function placeOf(viewer: Viewer | undefined): string | undefined {
  const code =
    viewer?.roles.find(({ committee }) => committee?.region)?.committee?.region?.code ??
    viewer?.roles.find(({ regionCode }) => regionCode)?.regionCode ??
    viewer?.organizations[0]?.region?.code;
  return code?.slice(0, 6);
}
