import { type Viewer, unitsOf } from "./viewer.ts";

/** A committee with those above it, whose secretaries run it, too. */
export interface CommitteeChain {
  readonly id: string;
  readonly parent?: CommitteeChain | null;
}

/** Whether the viewer runs a committee: as its secretary, or as that of one above it. The hub decides anyway. */
export function runsCommittee(
  viewer: Viewer | undefined,
  committee: CommitteeChain | null | undefined,
): boolean {
  if (!committee) return false;
  const isSecretary = viewer?.roles.some(
    (role) => role.role === "SECRETARY" && role.committee?.id === committee.id,
  );
  return isSecretary === true || runsCommittee(viewer, committee.parent);
}

/** Whether the viewer acts for a unit. */
export const actsFor = (viewer: Viewer | undefined, unitId: string | undefined): boolean =>
  unitsOf(viewer).some(({ id }) => id === unitId);
