import {
  PortalEndRegionDocument,
  PortalMergeRegionsDocument,
  PortalMoveRegionDocument,
  PortalRenameRegionDocument,
  type RegionChangeKind,
} from "../../../graph/generated/graphql.ts";
import { type InputOf, useChange } from "../../../graph/use-change.ts";
import type { PortalEndRegionMutationVariables } from "../../../graph/generated/graphql.ts";

/** What each change of a place takes: the place, from which day, and why. */
type Common = InputOf<PortalEndRegionMutationVariables>;

interface Particular {
  readonly name: string;
  readonly intoCode: string;
  readonly parentCode: string;
}

type Send = (common: Common, particular: Particular) => Promise<unknown>;

/** How each kind of change is sent. */
export function useRegionChanges(): Readonly<Record<RegionChangeKind, Send>> {
  const rename = useChange(PortalRenameRegionDocument);
  const end = useChange(PortalEndRegionDocument);
  const merge = useChange(PortalMergeRegionsDocument);
  const move = useChange(PortalMoveRegionDocument);
  return {
    RENAME: (common, { name }) => rename.mutateAsync({ ...common, name }),
    END: (common) => end.mutateAsync(common),
    MERGE: (common, { intoCode }) => merge.mutateAsync({ ...common, intoCode }),
    MOVE: (common, { parentCode }) => move.mutateAsync({ ...common, parentCode }),
  };
}
