import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { CURRENT_TERM } from "@alliance-hub/demonstration/days";
import { insertMissing } from "@alliance-hub/demonstration/load";
import { triedCommittees } from "@alliance-hub/demonstration/people";
import {
  type PresentSpan,
  dayNumberOf,
  dayText,
  daysOf,
  unsettledDays,
} from "@alliance-hub/demonstration/present";
import {
  type PresentChange,
  leavePresentNotices,
} from "@alliance-hub/demonstration/present-notices";
import { type Kysely, sql } from "kysely";
import type { MembersTables } from "../database.ts";
import { noticesOfRegistration } from "../nouns/registration/registration.notices.ts";
import { loadOffices } from "./present-offices.ts";
import { REGISTRATION_SETTLED_DAYS, presentRegistrations } from "./present-registrations.ts";

type RegistrationRow = MembersTables["registration"];

/** Days of the past for which registrations are entered. */
const REGISTRATION_DAYS = 365;
/** If less than so much is left of the term that is about to end, it is given another year. */
const LEAST_TERM_DAYS = 200;

/** Enters what is missing of the present: registrations, a term that ends in about a
 * year, another one whose successor is planned, and a handover. */
export async function loadPresent(rows: Kysely<MembersTables>, span: PresentSpan): Promise<string> {
  const { today } = span;
  const places = demonstrationAlliance();
  const registrations = (days: readonly number[]) =>
    places.flatMap((place) => presentRegistrations(place, days, today));
  const earlier = registrations(unsettledDays(span, REGISTRATION_SETTLED_DAYS));
  await answerRegistrations(rows, earlier);
  const submitted = registrations(daysOf(span, REGISTRATION_DAYS));
  await insertMissing(rows, "registration", submitted);
  await leavePresentNotices(rows, span, changesOfRegistrations(places, [...earlier, ...submitted]));
  await loadOffices(rows, span);
  await moveTerms(
    rows,
    places.flatMap((place) => endingTerm(place) ?? []),
    today,
  );
  return `members: ${submitted.length} registrations of the present`;
}

/** What was done with registrations of the present: their units asked, and committees of the places answered. */
function changesOfRegistrations(
  places: readonly DemonstrationPlace[],
  registrations: readonly RegistrationRow[],
): PresentChange[] {
  const all = places.flatMap(({ committees }) => committees);
  const byCode = Map.groupBy(all, ({ region }) => region.code);
  return registrations.flatMap((registration) =>
    changesOfRegistration(
      registration,
      (byCode.get(registration.communityCode) ?? []).map(({ id }) => id),
    ),
  );
}

function changesOfRegistration(
  registration: RegistrationRow,
  committees: readonly string[],
): PresentChange[] {
  const { organizationId, submittedAt, acceptedAt, returnedAt } = registration;
  const change = (at: Date, action: string, by: PresentChange["by"]): PresentChange => ({
    at,
    by,
    notices: noticesOfRegistration(registration, { action }, committees),
  });
  const [committee = ""] = committees;
  return [
    change(submittedAt, "registerWithCommunity", { unit: organizationId }),
    ...(acceptedAt ? [change(acceptedAt, "acceptRegistration", { committee })] : []),
    ...(returnedAt ? [change(returnedAt, "returnRegistration", { committee })] : []),
  ];
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

/** Lets terms end on the 28th of the month a year from today, unless somebody has changed them or they do already. */
async function moveTerms(
  rows: Kysely<MembersTables>,
  ids: readonly string[],
  today: number,
): Promise<void> {
  const month = dayText(today + 365).slice(0, 8);
  const endsOn = dayText(dayNumberOf(`${month}01`) + 27);
  await sql`
    update term set ends_on = ${endsOn}::date
    where id = any (${ids}::uuid[]) and version = 1 and state = 'CURRENT'
      and (ends_on = ${CURRENT_TERM.endsOn}::date or ends_on < ${dayText(today + LEAST_TERM_DAYS)}::date)`.execute(
    rows,
  );
}
