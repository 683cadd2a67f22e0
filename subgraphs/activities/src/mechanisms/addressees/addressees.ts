import { isId } from "@alliance-hub/platform/keys/loader";
import type { Viewer } from "@alliance-hub/sharing/viewer";

/** Of whose notices and tasks. */
export interface AddresseeFilter {
  readonly organizationId?: string | null | undefined;
  readonly committeeId?: string | null | undefined;
  /** Also of the committees below those in which the viewer is secretary. Default: no. */
  readonly below?: boolean | null | undefined;
}

/** Who was told, or whom it awaits: of the three one is given. */
export interface Addressed {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly subject?: string | null;
  /** The place whose operators it awaits. */
  readonly regionCode?: string | null;
}

/**
 * Whether the viewer may see what is addressed so: as the unit, as whoever runs the committee, or as the person.
 * Whoever takes over an office sees what came to it before.
 */
export function isAddressee(viewer: Viewer, to: Addressed): boolean {
  const { organizationId, committeeId, subject, regionCode } = to;
  if (regionCode != null) return viewer.operatorRegionCodes.includes(regionCode);
  if (organizationId !== null) return viewer.organizationIds.includes(organizationId);
  if (committeeId !== null) return viewer.runsCommitteeIds.includes(committeeId);
  return viewer.kind === "PERSON" && subject != null && subject === viewer.subject;
}

/**
 * The keys of those whose notices or tasks a filter asks for, as the column `addressee` has them: those for whom
 * {@link isAddressee} holds, and of them, unless the filter says otherwise, the viewer's own offices.
 */
export function addresseesOf(viewer: Viewer, filter: AddresseeFilter): string[] {
  const { organizationId, committeeId, below } = filter;
  const units = viewer.organizationIds.filter(
    (id) => organizationId == null || id === organizationId,
  );
  const committees = committeeIdsOf(viewer, below === true || committeeId != null).filter(
    (id) => committeeId == null || id === committeeId,
  );
  const isOfAll = organizationId == null && committeeId == null;
  return [
    ...(committeeId == null ? units.map((id) => `unit:${id}`) : []),
    ...(organizationId == null ? committees.map((id) => `committee:${id}`) : []),
    ...(isOfAll ? viewer.operatorRegionCodes.map((code) => `operator:${code}`) : []),
    ...(isOfAll && viewer.kind === "PERSON" && viewer.subject !== null
      ? [`person:${viewer.subject}`]
      : []),
  ];
}

/** The committees that the viewer runs; the own ones are those of a seat, and those that were handed over to them. */
function committeeIdsOf({ runsCommitteeIds, roles }: Viewer, isBelow: boolean): readonly string[] {
  if (isBelow) return runsCommitteeIds.filter(isId);
  const own = new Set(
    roles.flatMap(({ role, committeeId }) =>
      role === "SECRETARY" || role === "DEPUTY" ? committeeId : [],
    ),
  );
  return runsCommitteeIds.filter((id) => own.has(id));
}
