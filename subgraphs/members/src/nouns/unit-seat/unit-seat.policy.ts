import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a seat in a unit. That there is one, and in which role, is public, as with a committee's. */
export type UnitSeatAction = "appoint" | "update" | "end" | "readHolder";

/** The parts of a seat in a unit that the rule needs. */
export interface UnitSeatRule {
  readonly bodyId: string;
  readonly organizationId: string;
  /** Path of the body's region. */
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
  /** The committees of which the body is a member unit. */
  readonly committeeIds: readonly string[];
}

/**
 * Either of the two organisations enters, corrects and ends it, whoever runs a committee of which the body is a member unit, or
 * an operator of the body's region. A partner key must not name persons. The alliance can see the person.
 */
export function can(viewer: Viewer, action: UnitSeatAction, seat: UnitSeatRule): boolean {
  if (action === "readHolder" && viewer.allianceCodes.includes(seat.allianceCode)) return true;
  const isOwn = actsFor(viewer, seat.bodyId) || actsFor(viewer, seat.organizationId);
  return (
    viewer.kind === "PERSON" &&
    (isOwn || operates(viewer, seat.regionPath) || seat.committeeIds.some((id) => runs(viewer, id)))
  );
}
