import { type Viewer, type ViewerReach, runs } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** A unit that was invited, and who keeps the list of participants that it is on. */
export interface Invited {
  readonly organizationId: string | null;
  readonly hostId: string | null;
  readonly committeeId: string;
}

/**
 * Whether the viewer, who may see the activity, may learn whether a unit was invited, declined or left: that is between the
 * unit and whoever keeps the list. That a host was asked is told to all of them. {@link invitationCondition} is the same
 * rule as SQL; a test holds the two equal.
 */
export function learnsOfInvitation(
  viewer: Viewer,
  { organizationId, hostId, committeeId }: Invited,
): boolean {
  if (organizationId !== null && organizationId === hostId) return true;
  const isOf = (id: string | null): boolean => id !== null && viewer.organizationIds.includes(id);
  return isOf(organizationId) || isOf(hostId) || runs(viewer, committeeId);
}

/** {@link learnsOfInvitation} as a WHERE condition on `activity_update`, of one unit. */
export function invitationCondition(
  { organizationIds, runsCommitteeIds }: ViewerReach,
  organizationId: Expression<unknown>,
): Expression<SqlBool> {
  return sql<SqlBool>`coalesce(
    activity_update.host_id = ${organizationId}
    or ${organizationId} = any(${organizationIds}::uuid[])
    or activity_update.host_id = any(${organizationIds}::uuid[])
    or activity_update.committee_id = any(${runsCommitteeIds}::uuid[]), false)`;
}
