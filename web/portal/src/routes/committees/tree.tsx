import "./tree.css";
import type { TreePlaceFragment } from "../../graph/generated/graphql.ts";
import { TreePlace } from "./tree-place.tsx";
import type { OpenPlaces } from "./use-open-places.ts";

interface TreeProps {
  readonly places: readonly TreePlaceFragment[];
  readonly open: OpenPlaces;
}

/** Places, each with its committees and, if it is open, with the places below it. */
export function Tree({ places, open }: TreeProps) {
  return (
    <ul className="tree" aria-label="区划">
      {places.map((place) => (
        <TreePlace key={place.code} place={place} open={open} />
      ))}
    </ul>
  );
}
