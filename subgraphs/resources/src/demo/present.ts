import { demonstrationAlliance } from "@alliance-hub/demonstration/alliance";
import { insertMissing } from "@alliance-hub/demonstration/load";
import { type PresentSpan, unsettledDays, daysOf } from "@alliance-hub/demonstration/present";
import {
  type PresentChange,
  leavePresentNotices,
} from "@alliance-hub/demonstration/present-notices";
import { type Kysely, sql } from "kysely";
import type { ResourcesTables } from "../database.ts";
import { changesOfBooking } from "./booking-changes.ts";
import { insertBlockings, insertPlaces } from "./load-places.ts";
import { insertBookings, settleBookings } from "./load-bookings.ts";
import { loadAgreements, proceed } from "./load-agreements.ts";
import { AGREEMENT_DAYS, AGREEMENT_SETTLED_DAYS, presentAgreements } from "./present-agreements.ts";
import { BOOKING_SETTLED_DAYS, type BookingRow, presentBookings } from "./present-bookings.ts";
import { NEED_SETTLED_DAYS, presentNeeds } from "./present-needs.ts";
import { presentBlockings } from "./present-blockings.ts";
import { presentPlaces } from "./present-places.ts";
import { presentRounds } from "./present-rounds.ts";
import { presentVenues } from "./present-venues.ts";
import { resourceRows } from "./resources.ts";

/** Days of the past for which bookings, needs and blockings are entered. */
const [BOOKING_DAYS, NEED_DAYS, BLOCKING_DAYS] = [60, 365, 60] as const;

/** Enters what is missing of the present, and what has become of what was entered before. */
export async function loadPresent(
  rows: Kysely<ResourcesTables>,
  span: PresentSpan,
): Promise<string> {
  const { today } = span;
  const places = demonstrationAlliance().map((place) => ({
    place,
    resources: resourceRows(place),
  }));
  const rounds = places.flatMap(({ place }) => presentRounds(place, today));
  const needs = (days: readonly number[]) =>
    places.flatMap(({ place }) => days.flatMap((day) => presentNeeds(place, day, today)));
  const agreements = (days: readonly number[]) =>
    places.flatMap(({ place, resources }) => presentAgreements(place, resources, { days, today }));
  const bookings = (days: readonly number[]) =>
    places.flatMap(({ place }) => presentBookings(place, days, today));

  const earlier = bookings(unsettledDays(span, BOOKING_SETTLED_DAYS));
  await settleBookings(rows, earlier);
  await settleNeeds(rows, needs(unsettledDays(span, NEED_SETTLED_DAYS)));
  await closeRounds(rows, rounds);
  await proceed(rows, agreements(unsettledDays(span, AGREEMENT_SETTLED_DAYS)));

  const venues = places.flatMap(({ place }) => Object.values(presentVenues(place)).flat());
  await insertMissing(rows, "resource", venues);
  await insertPlaces(
    rows,
    places.flatMap(({ place }) => presentPlaces(place)),
  );
  await insertMissing(rows, "collectionRound", rounds);
  const wanted = needs(daysOf(span, NEED_DAYS));
  await insertMissing(rows, "need", wanted);
  const booked = bookings(daysOf(span, BOOKING_DAYS));
  await insertBookings(rows, booked);
  await leavePresentNotices(rows, span, await bookingChanges(rows, [...earlier, ...booked]));
  await insertBlockings(
    rows,
    places.flatMap(({ place }) => presentBlockings(place, daysOf(span, BLOCKING_DAYS))),
  );
  const agreed = agreements(daysOf(span, AGREEMENT_DAYS));
  await loadAgreements(rows, agreed);
  return `resources: ${booked.length} bookings, ${wanted.length} needs and ${agreed.length} agreements of the present`;
}

/** What was done with the bookings that are there: others found their time taken, or somebody has changed them. */
async function bookingChanges(
  rows: Kysely<ResourcesTables>,
  bookings: readonly BookingRow[],
): Promise<PresentChange[]> {
  const found = await rows
    .selectFrom("booking")
    .select(["id", "state"])
    .where("version", "=", 1)
    .where("id", "in", [...new Set(bookings.map(({ id }) => id))])
    .execute();
  const states = new Map(found.map(({ id, state }) => [id, state]));
  return bookings.filter(({ id, state }) => states.get(id) === state).flatMap(changesOfBooking);
}

/** Needs that were met since. */
async function settleNeeds(
  rows: Kysely<ResourcesTables>,
  all: readonly ResourcesTables["need"][],
): Promise<void> {
  const met = all.filter(({ state }) => state === "WITHDRAWN");
  await sql`
    update need set state = 'WITHDRAWN', withdrawn_at = now.at, updated_at = now.at, withdraw_reason = now.reason
    from unnest(
      ${met.map(({ id }) => id)}::uuid[],
      ${met.map(({ withdrawnAt }) => withdrawnAt)}::timestamptz[],
      ${met.map(({ withdrawReason }) => withdrawReason)}::text[]
    ) as now (id, at, reason)
    where need.id = now.id and need.version = 1 and need.state = 'PUBLISHED'`.execute(rows);
}

/** Rounds whose last day has passed since. */
async function closeRounds(
  rows: Kysely<ResourcesTables>,
  all: readonly ResourcesTables["collectionRound"][],
): Promise<void> {
  const over = all.filter(({ state }) => state === "CLOSED");
  await sql`
    update collection_round set state = 'CLOSED', updated_at = now.at
    from unnest(
      ${over.map(({ id }) => id)}::uuid[],
      ${over.map(({ updatedAt }) => updatedAt)}::timestamptz[]
    ) as now (id, at)
    where collection_round.id = now.id and collection_round.version = 1 and collection_round.state = 'OPEN'`.execute(
    rows,
  );
}
