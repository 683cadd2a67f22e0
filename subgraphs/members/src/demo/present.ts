import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { CURRENT_TERM } from "@alliance-hub/demonstration/days";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { insertMissing, placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationOrganization } from "@alliance-hub/demonstration/organizations";
import { liaisonsAmongPeople, triedCommittees } from "@alliance-hub/demonstration/people";
import {
  type PresentSpan,
  dayNumber,
  dayText,
  unsettledDays,
  daysOf,
  enteredAt,
  instantOn,
} from "@alliance-hub/demonstration/present";
import type { DemonstrationRegion } from "@alliance-hub/demonstration/regions";
import { cycled } from "@alliance-hub/demonstration/spread";
import { type Kysely, sql } from "kysely";
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
/** Days of the past for which registrations are entered. */
const REGISTRATION_DAYS = 365;
/** If less than so much is left of the term that is about to end, it is given another year. */
const LEAST_TERM_DAYS = 200;

const RETURNED_BECAUSE = [
  "人数与盖章表不一致，请核对后再报。",
  "请先与社区商定服务时段，再提交一次。",
  "报到社区选错了，单位在隔壁社区，请改报。",
];

/** Enters what is missing of the present: registrations, and a term that ends in about a year. */
export async function loadPresent(rows: Kysely<MembersTables>, span: PresentSpan): Promise<string> {
  const { today } = span;
  const places = demonstrationAlliance().map((place) => ({ place, waiting: waitingUnits(place) }));
  const registrations = (days: readonly number[]) =>
    places.flatMap(({ place, waiting }) =>
      days.flatMap((day) => registrationsOf(place, waiting, { day, today })),
    );
  await answerRegistrations(rows, registrations(unsettledDays(span, ANSWERED_AFTER + 1)));
  const submitted = registrations(daysOf(span, REGISTRATION_DAYS));
  await insertMissing(rows, "registration", submitted);
  await moveTerms(
    rows,
    places.flatMap(({ place }) => endingTerm(place) ?? []),
    today,
  );
  return `members: ${submitted.length} registrations of the present`;
}

/** Units that have not registered with any community, besides those that the people try it with. */
function waitingUnits(place: DemonstrationPlace): DemonstrationOrganization[] {
  const registered = new Set(registrationRows(place).map(({ organizationId }) => organizationId));
  const left = new Set(liaisonsAmongPeople(place).map(({ unit }) => unit));
  return place.units.filter((unit) => !registered.has(unit.id) && !left.has(unit));
}

/** The registrations that were submitted in a place on a day, with the answer that they have by today. */
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
    responsible: false,
    submittedAt,
    acceptedAt: isAccepted ? answeredAt : null,
    returnedAt: isAccepted ? null : answeredAt,
    returnReason: isAccepted || answeredAt === null ? null : returnReason,
    ...enteredAt(submittedAt, answeredAt ?? submittedAt),
    ...placeColumns(community),
  };
}

/** Gives registrations that were submitted before the answer that they have had since. */
async function answerRegistrations(
  rows: Kysely<MembersTables>,
  all: readonly RegistrationRow[],
): Promise<void> {
  const answered = all.filter(({ state }) => state !== "SUBMITTED");
  await sql`
    update registration set state = now.state, accepted_at = now.accepted_at, returned_at = now.returned_at,
      return_reason = now.return_reason, updated_at = now.updated_at
    from unnest(
      ${answered.map(({ id }) => id)}::uuid[],
      ${answered.map(({ state }) => state)}::text[],
      ${answered.map(({ acceptedAt }) => acceptedAt)}::timestamptz[],
      ${answered.map(({ returnedAt }) => returnedAt)}::timestamptz[],
      ${answered.map(({ returnReason }) => returnReason)}::text[],
      ${answered.map(({ updatedAt }) => updatedAt)}::timestamptz[]
    ) as now (id, state, accepted_at, returned_at, return_reason, updated_at)
    where registration.id = now.id and registration.version = 1 and registration.state = 'SUBMITTED'`.execute(
    rows,
  );
}

/** The current term of the last of the committees that can be tried out: the next one can be prepared there. */
function endingTerm(place: DemonstrationPlace): string | undefined {
  const committee = triedCommittees(place).at(-1);
  return place.terms.find((term) => term.committee === committee && term.state === "CURRENT")?.id;
}

/** Lets terms end at the end of the month, a year from today, unless somebody has changed them or they do already. */
async function moveTerms(
  rows: Kysely<MembersTables>,
  ids: readonly string[],
  today: number,
): Promise<void> {
  const month = dayText(today + 365).slice(0, 8);
  const endsOn = dayText(dayNumber(new Date(`${month}01T00:00:00+08:00`)) + 27);
  await sql`
    update term set ends_on = ${endsOn}::date
    where id = any (${ids}::uuid[]) and version = 1 and state = 'CURRENT'
      and (ends_on = ${CURRENT_TERM.endsOn}::date or ends_on < ${dayText(today + LEAST_TERM_DAYS)}::date)`.execute(
    rows,
  );
}
