import { LEVEL_POSITION, type RegionLevel, type RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates } from "@alliance-hub/sharing/viewer";
import type { RegionChangeKind } from "./region-change.entity.ts";

/** A change is entered, or called off before its day. Changes are public: everybody may read them. */
export type RegionChangeAction = "enter" | "callOff";

/** The columns of a region that the rule needs. */
export interface ChangedPlace {
  readonly level: RegionLevel;
  readonly parentCode: string | null;
  readonly path: RegionPath;
}

/** What the rule looks at: the region, and for a merger or a move the other one. */
export interface JudgedChange {
  readonly kind: RegionChangeKind;
  readonly region: ChangedPlace;
  readonly other: ChangedPlace | null;
}

/**
 * Operators of a place rename it. Whatever takes a region out of the place above it is for operators of that place,
 * and, where another place gets it, of that one, too.
 */
export function can(viewer: Viewer, _action: RegionChangeAction, change: JudgedChange): boolean {
  const { kind, region, other } = change;
  if (kind === "RENAME") return operates(viewer, region.path);
  return operates(viewer, pathAbove(region)) && (other === null || operates(viewer, other.path));
}

/** The path of the place above a region; its own for the topmost. */
function pathAbove({ level, parentCode, path }: ChangedPlace): RegionPath {
  return parentCode === null ? path : path.slice(0, LEVEL_POSITION[level] - 1);
}
