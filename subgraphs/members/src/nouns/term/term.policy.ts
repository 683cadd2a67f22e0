import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a committee's terms. Terms are public: everybody may read them. */
export type TermAction = "start";

/** Whoever runs the committee starts its next term, or an operator of its region. */
export function can(
  viewer: Viewer,
  _action: TermAction,
  term: { readonly committeeId: string; readonly regionPath: RegionPath },
): boolean {
  return runs(viewer, term.committeeId) || operates(viewer, term.regionPath);
}
