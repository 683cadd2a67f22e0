import type { Role } from "../graph/generated/graphql.ts";
import { type Viewer, unitsOf } from "./viewer.ts";

export interface PlaceChain {
  readonly code: string;
  readonly parent?: PlaceChain | null;
}

interface CommitteeChain {
  readonly id: string;
  readonly parent?: CommitteeChain | null;
}

/** Whether a viewer has a role anywhere. */
export const hasRole = (viewer: Viewer | undefined, wanted: Role): boolean =>
  viewer?.roles.some(({ role }) => role === wanted) ?? false;

/** Codes of the places that a viewer keeps as an operator, or reads the audit log of as an auditor. */
export const placesOf = (viewer: Viewer | undefined, wanted: "OPERATOR" | "AUDITOR"): string[] =>
  (viewer?.roles ?? []).flatMap(({ role, regionCode }) =>
    role === wanted && regionCode !== null ? [regionCode] : [],
  );

/** Whether a viewer is the operator of a place: of itself or of one above. */
export function operates(
  viewer: Viewer | undefined,
  place: PlaceChain | null | undefined,
): boolean {
  if (!place) return false;
  return placesOf(viewer, "OPERATOR").includes(place.code) || operates(viewer, place.parent);
}

/** Roles that run a committee and those below it: its secretary, and whoever the secretary has handed it over to. */
export const RUNNING: readonly Role[] = ["SECRETARY", "DEPUTY"];

/** Whether a viewer runs a committee: it, or one above it. */
export function runs(
  viewer: Viewer | undefined,
  committee: CommitteeChain | null | undefined,
): boolean {
  if (!committee || !viewer) return false;
  const isOwn = viewer.roles.some(
    ({ role, committee: led }) => RUNNING.includes(role) && led?.id === committee.id,
  );
  return isOwn || runs(viewer, committee.parent);
}

/** Whether a viewer acts for a unit. */
export const actsFor = (viewer: Viewer | undefined, unitId: string | undefined): boolean =>
  unitsOf(viewer).some(({ id }) => id === unitId);

export const isOperator = (viewer: Viewer | undefined): boolean => hasRole(viewer, "OPERATOR");

export const managesCommittees = (viewer: Viewer | undefined): boolean =>
  isOperator(viewer) || RUNNING.some((role) => hasRole(viewer, role));

/** Whether the office has anything for a viewer, if only the own unit's record. */
export const isInOffice = (viewer: Viewer | undefined): boolean =>
  managesCommittees(viewer) || hasRole(viewer, "AUDITOR") || unitsOf(viewer).length > 0;

/** Whether a viewer runs a committee of a level that has others below it. */
export const hasCommitteesBelow = (viewer: Viewer | undefined): boolean =>
  viewer?.roles.some(
    ({ role, committee }) =>
      RUNNING.includes(role) && committee != null && committee.level !== "COMMUNITY",
  ) ?? false;
