import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { liaisonsAmongPeople } from "@alliance-hub/demonstration/people";
import { instantOn } from "@alliance-hub/demonstration/present";
import type { ActivitiesTables } from "../database.ts";

type Participant = ActivitiesTables["participant"];

/** Days before an activity on which units that were invited decline, one after the other. */
const DECLINED_BEFORE = 2;
const DECLINED_BECAUSE = [
  "当天单位有培训，下次参加。",
  "人手排不开，这次不来了。",
  "与区里的会议冲突。",
];

/**
 * The units of those who can sign in, invited to what one of them hosts: so something awaits each of their answers at any
 * time. Nobody answers until shortly before; then they decline, so that no figure depends on them.
 */
export function presentInvitations(
  place: DemonstrationPlace,
  of: {
    readonly activityId: string;
    readonly hostId: string;
    readonly guestIds: readonly string[];
    readonly createdAt: Date;
    readonly startsAt: Date;
    /** The day on which it takes place. */
    readonly on: number;
    readonly today: number;
    readonly isCancelled: boolean;
  },
): Participant[] {
  const { activityId, hostId, guestIds, createdAt, startsAt, on, today, isCancelled } = of;
  const units = liaisonsAmongPeople(place).map(({ unit }) => unit.id);
  if (!units.includes(hostId)) return [];
  const named = [hostId, ...guestIds];
  const isDeclined = !isCancelled && on - DECLINED_BEFORE < today;
  return [...new Set(units)]
    .filter((id) => !named.includes(id))
    .map((organizationId, at) => ({
      activityId,
      organizationId,
      startsAt,
      state: isDeclined ? "DECLINED" : "INVITED",
      invitedAt: createdAt,
      joinedAt: null,
      endedAt: isDeclined ? instantOn(on - DECLINED_BEFORE, 15 + at / 4) : null,
      reason: isDeclined
        ? chanceOf("declined", activityId, organizationId).pick(DECLINED_BECAUSE)
        : null,
      attendance: null,
    }));
}
