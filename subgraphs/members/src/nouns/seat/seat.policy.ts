import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";

/**
 * What may be done with a seat. It is public which unit sent somebody, and in which role. The alliance may see
 * the person (`readHolder`). Only the person and those who manage the seats may see the sign-in
 * (`readSubject`).
 */
export type SeatAction = "appoint" | "update" | "end" | "readHolder" | "readSubject";

/** The columns of a seat that the rule needs. */
export interface SeatPlace {
  readonly committeeId: string;
  readonly role: string;
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
  /** The sign-in of whoever sits there; left out where it does not matter. */
  readonly subject?: string | null;
}

/**
 * Whoever runs the committee manages its seats, or an operator of its region. The secretary's deputy does not
 * manage the secretary's seat.
 */
export function can(viewer: Viewer, action: SeatAction, seat: SeatPlace): boolean {
  if (operates(viewer, seat.regionPath)) return true;
  if (runs(viewer, seat.committeeId)) {
    const isDeputy = viewer.deputyCommitteeIds.includes(seat.committeeId);
    const isReading = action === "readHolder" || action === "readSubject";
    return isReading || !isDeputy || seat.role !== "SECRETARY";
  }
  if (action === "readSubject")
    return viewer.kind === "PERSON" && seat.subject != null && viewer.subject === seat.subject;
  return action === "readHolder" && viewer.allianceCodes.includes(seat.allianceCode);
}
