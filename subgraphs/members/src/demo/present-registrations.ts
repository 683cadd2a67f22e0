import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationOrganization } from "@alliance-hub/demonstration/organizations";
import { liaisonsAmongPeople, triedCommittees } from "@alliance-hub/demonstration/people";
import { enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import type { DemonstrationRegion } from "@alliance-hub/demonstration/regions";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { MembersTables } from "../database.ts";
import { registrationRows } from "./registrations.ts";

type RegistrationRow = MembersTables["registration"];

/**
 * A unit asks to register with a community whose secretary is among the people every so many days, and is answered
 * after so many: something always waits. Those are sent back, so that the same units can ask again.
 */
const EVERY = 15;
const ANSWERED_AFTER = 20;
/** In other communities one unit asks on one of so many days, and is accepted. */
const OTHERS_ONE_IN = 10;
const ACCEPTED_AFTER = 3;
/** After so many days a registration has certainly been answered. */
export const REGISTRATION_SETTLED_DAYS = ANSWERED_AFTER + 1;

const RETURNED_BECAUSE = [
  "人数与盖章表不一致，请核对后再报。",
  "请先与社区商定服务时段，再提交一次。",
  "报到社区选错了，单位在隔壁社区，请改报。",
];

/** Units that have not registered with any community, besides those that the people try it with. */
function waitingUnits(place: DemonstrationPlace): DemonstrationOrganization[] {
  const registered = new Set(registrationRows(place).map(({ organizationId }) => organizationId));
  const left = new Set(liaisonsAmongPeople(place).map(({ unit }) => unit));
  return place.units.filter((unit) => !registered.has(unit.id) && !left.has(unit));
}

/** The registrations that were submitted in a place within some days, with the answer that they have by today. */
export function presentRegistrations(
  place: DemonstrationPlace,
  days: readonly number[],
  today: number,
): RegistrationRow[] {
  const waiting = waitingUnits(place);
  return days.flatMap((day) => registrationsOf(place, waiting, { day, today }));
}

function registrationsOf(
  place: DemonstrationPlace,
  waiting: readonly DemonstrationOrganization[],
  of: { readonly day: number; readonly today: number },
): RegistrationRow[] {
  if (waiting.length < 2) return [];
  const { day } = of;
  const tried = triedCommittees(place)
    .filter(({ level }) => level === "COMMUNITY")
    .map(({ region }) => region);
  const asked = tried.flatMap((community, at) =>
    (day + at * 2) % EVERY === 0
      ? [
          registrationOf(cycled(waiting, Math.floor(day / EVERY) + at), community, {
            ...of,
            isAccepted: false,
          }),
        ]
      : [],
  );
  const others = place.regions.communities.filter((community) => !tried.includes(community));
  const chance = chanceOf("present registration", place.name, day);
  if (others.length === 0 || !chance.onceIn(OTHERS_ONE_IN)) return asked;
  return [
    ...asked,
    registrationOf(chance.pick(waiting), chance.pick(others), { ...of, isAccepted: true }),
  ];
}

function registrationOf(
  unit: DemonstrationOrganization,
  community: DemonstrationRegion,
  of: { readonly day: number; readonly today: number; readonly isAccepted: boolean },
): RegistrationRow {
  const { day, today, isAccepted } = of;
  const chance = chanceOf("present registration", unit.id, community.code, day);
  const submittedAt = instantOn(day, 9 + chance.between(0, 7));
  const headcount = chance.between(5, 28);
  const answeredOn = day + (isAccepted ? ACCEPTED_AFTER : ANSWERED_AFTER);
  const answeredAt = answeredOn < today ? instantOn(answeredOn, 15) : null;
  const returnReason = chance.pick(RETURNED_BECAUSE);
  return {
    id: enteredId(submittedAt, "registration", community.code, unit.id, day),
    organizationId: unit.id,
    communityCode: community.code,
    state: answeredAt === null ? "SUBMITTED" : isAccepted ? "ACCEPTED" : "RETURNED",
    headcount,
    headcounts: null,
    responsible: false,
    submittedAt,
    acceptedAt: isAccepted ? answeredAt : null,
    returnedAt: isAccepted ? null : answeredAt,
    returnReason: isAccepted || answeredAt === null ? null : returnReason,
    endedAt: null,
    endReason: null,
    ...enteredAt(submittedAt, answeredAt ?? submittedAt),
    ...placeColumns(community),
  };
}
