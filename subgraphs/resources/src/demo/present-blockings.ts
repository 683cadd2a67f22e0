import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { ResourcesTables } from "../database.ts";
import { LEFT_FREE } from "./present-bookings.ts";
import { presentVenues } from "./present-venues.ts";
import { resourceRows } from "./resources.ts";

export type BlockingRow = ResourcesTables["blocking"];

/** Every third day a venue is blocked for a time five days ahead. */
const [EVERY, AHEAD] = [3, 5] as const;
/** Between the hours of `present-bookings`: what was booked stays possible, whichever was entered first. */
const TIMES = [
  { from: 11.5, to: 13.5 },
  { from: 16.5, to: 18.5 },
] as const;
const REASONS = ["消毒通风", "消防设施检修", "空调检修", "地面维护", "布置会场"];

/** The blockings that were entered in a place on some days. */
export function presentBlockings(
  place: DemonstrationPlace,
  days: readonly number[],
): BlockingRow[] {
  const shared = resourceRows(place).filter(({ kind }) => kind === "VENUE");
  const { decided, others } = presentVenues(place);
  const venues = [...decided, ...shared.slice(0, -LEFT_FREE), ...others];
  return days
    .filter((day) => day % EVERY === 0)
    .map((day) => {
      const { id: resourceId, providerId } = cycled(venues, day / EVERY);
      const chance = chanceOf("blocking", resourceId, day);
      const { from, to } = chance.pick(TIMES);
      const createdAt = instantOn(day, 10);
      return {
        id: enteredId(createdAt, "blocking", resourceId, day),
        resourceId,
        providerId,
        startsAt: instantOn(day + AHEAD, from),
        endsAt: instantOn(day + AHEAD, to),
        reason: chance.pick(REASONS),
        state: "ACTIVE",
        liftedAt: null,
        ...enteredAt(createdAt, createdAt),
      };
    });
}
