import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { currentOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { RegionLevels } from "@alliance-hub/platform/directory/region-levels";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import { invitationCondition, learnsOfInvitation } from "../participant-list/invitation-rule.ts";
import type { ActivityUpdateType } from "./activity-update.ts";
import type { LiveUpdate } from "./update-log.ts";

/** Which updates are wanted; what is left out limits nothing. */
export interface UpdateFilter {
  readonly committeeId?: string | null;
  readonly regionCode?: string | null;
  readonly organizationId?: string | null;
  /** Of the activity. */
  readonly kinds?: readonly string[] | null;
  readonly types?: readonly ActivityUpdateType[] | null;
}

/** Whose filter it is. */
interface Reader {
  readonly viewer: Viewer;
  readonly levels: Pick<RegionLevels, "of">;
}

/**
 * A filter as WHERE conditions on the table `activity_update`. A filter for a unit answers nobody whether it was invited who
 * may not learn it.
 *
 * @throws HubError `BAD_USER_INPUT` for a list that is too long.
 */
export async function wantedInLog(
  filter: UpdateFilter,
  { viewer, levels }: Reader,
): Promise<Expression<SqlBool>[]> {
  const wanted = ofColumns(filter, viewer);
  if (filter.regionCode != null) {
    const place = elementOf("activityUpdate.regionPath");
    wanted.push(await withinRegion(levels, filter.regionCode, place));
  }
  return wanted;
}

/**
 * The filter as a function of one update. It is the same rule as {@link wantedInLog}, with the same errors; a test
 * compares them.
 */
export async function wantedLive(
  filter: UpdateFilter,
  { viewer, levels }: Reader,
): Promise<(update: LiveUpdate) => boolean> {
  const { committeeId, organizationId, regionCode, kinds, types } = filter;
  // The errors are those of the conditions.
  ofColumns(filter, viewer);
  const region = regionCode == null ? undefined : await levels.of(regionCode);
  return (update) =>
    (committeeId == null || update.committeeId === committeeId) &&
    (organizationId == null || isKnownIn(viewer, update, organizationId)) &&
    (kinds == null || kinds.includes(update.kind)) &&
    (types == null || types.includes(update.type)) &&
    (regionCode == null ||
      (region !== undefined &&
        update.regionPath[LEVEL_POSITION[region.level] - 1] === region.code));
}

/** Whether the viewer may know that a unit hosts the activity, takes part or is invited. */
function isKnownIn(viewer: Viewer, update: LiveUpdate, organizationId: string): boolean {
  const { participantIds, invitedIds, hostId, committeeId } = update;
  if (!participantIds.includes(organizationId)) return false;
  if (!invitedIds.includes(organizationId)) return true;
  return learnsOfInvitation(viewer, { organizationId, hostId, committeeId });
}

/** The same as a condition. */
function knownIn(viewer: Viewer, id: string): Expression<SqlBool> {
  const unit = currentOrganization(id);
  return sql<SqlBool>`(activity_update.participant_ids @> array[${unit}]
    and (not activity_update.invited_ids @> array[${unit}] or ${invitationCondition(viewer, unit)}))`;
}

function ofColumns(filter: UpdateFilter, viewer: Viewer): Expression<SqlBool>[] {
  const wanted: Expression<SqlBool>[] = [];
  const { committeeId, organizationId, kinds, types } = filter;
  if (committeeId != null) wanted.push(isRecord("activityUpdate.committeeId", committeeId));
  if (organizationId != null) {
    wanted.push(isId(organizationId) ? knownIn(viewer, organizationId) : sql<SqlBool>`false`);
  }
  if (kinds) wanted.push(oneOf("activityUpdate.kind", kinds));
  if (types) wanted.push(oneOf("activityUpdate.type", types));
  return wanted;
}
