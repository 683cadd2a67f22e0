import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";

/**
 * What may be done with a seat. It is public which unit sent somebody, and in which role. The alliance may see
 * the person (`readHolder`). Only those who manage the seats may see the sign-in (`readSubject`).
 */
export type SeatAction = "appoint" | "end" | "readHolder" | "readSubject";

/** The columns of a seat that the rule needs. */
export interface SeatPlace {
  readonly committeeId: string;
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
}

/** Whoever runs the committee manages its seats, or an operator of its region. */
export function can(viewer: Viewer, action: SeatAction, seat: SeatPlace): boolean {
  if (runs(viewer, seat.committeeId) || operates(viewer, seat.regionPath)) return true;
  return action === "readHolder" && viewer.allianceCodes.includes(seat.allianceCode);
}
