import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { Activity } from "../../nouns/activity/activity.entity.ts";
import type { ActivityContext, ActivityTables } from "../../nouns/activity/activity.loaders.ts";
import { changeParticipation } from "../../nouns/activity/activity.service.ts";
import { enterJoined, partsIn } from "../participant-list/list.ts";
import { appendUpdate } from "../update-log/append.ts";

/**
 * Lets another unit host a locked activity, and take part in it. Neither the venue nor the part of the previous host is
 * looked at.
 */
export async function handHostingOn(
  context: ActivityContext,
  work: Work<ActivityTables>,
  { activity, hostId }: { readonly activity: Readonly<Activity>; readonly hostId: string },
): Promise<void> {
  const known = (await partsIn(work, activity.id, [hostId])).get(hostId);
  const participantIds = [...new Set([...activity.participantIds, hostId])];
  changeParticipation(activity, { hostId, participantIds }, work.now);
  if (known?.state === "JOINED") return;
  enterJoined(work, { activity, organizationId: hostId, known });
  appendUpdate(context, work, { activity, type: "PARTICIPANT_JOINED", organizationId: hostId });
}
