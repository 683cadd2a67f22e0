import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";

/**
 * What may be done with a seat. That a unit has sent somebody as what is public. Who it is
 * (`readHolder`) is for the alliance, the sign-in (`readSubject`) for those who keep the seats.
 */
export type SeatAction = "appoint" | "end" | "readHolder" | "readSubject";

/** What of a seat the rule looks at. */
export interface SeatPlace {
  readonly committeeId: string;
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
}

/** Whoever runs the committee keeps its seats, or an operator of its region. */
export function can(viewer: Viewer, action: SeatAction, seat: SeatPlace): boolean {
  if (runs(viewer, seat.committeeId) || operates(viewer, seat.regionPath)) return true;
  return action === "readHolder" && viewer.allianceCodes.includes(seat.allianceCode);
}
