import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { periodInstant } from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationOrganization } from "@alliance-hub/demonstration/organizations";
import { publishedFigure } from "@alliance-hub/demonstration/published-figures";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { UnitKind } from "@alliance-hub/demonstration/unit-names";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { ResourcesTables } from "../database.ts";
import type { Offer } from "./offer.ts";
import { OFFERS } from "./offers.ts";
import { VENUE_OFFERS } from "./venue-offers.ts";

type ResourceRow = ResourcesTables["resource"];

/**
 * Audiences of resources that are not counted venues: most are public, some are shared with the alliance or the
 * committee.
 */
export const AUDIENCES: readonly Audience[] = [
  "PUBLIC",
  "PUBLIC",
  "ALLIANCE",
  "PUBLIC",
  "PUBLIC",
  "COMMITTEE",
  "PUBLIC",
  "ALLIANCE",
  "PUBLIC",
  "PUBLIC",
];

/** The resources of a place: its venues, which are public, and what member units offer. */
export function resourceRows(place: DemonstrationPlace): ResourceRow[] {
  return [...venueRows(place), ...offeredRows(place)];
}

function venueRows({ venues, committees }: DemonstrationPlace): ResourceRow[] {
  const models = new Set(
    committees.filter(({ demonstration }) => demonstration).map(({ id }) => id),
  );
  return venues.map((venue, at) => ({
    ...published(periodInstant(at, venues.length * 2)),
    id: venue.id,
    title: venue.title,
    kind: "VENUE",
    venueKind: venue.venueKind,
    functionAreas: [...venue.functionAreas],
    demonstration: venue.committeeId !== null && models.has(venue.committeeId),
    providerId: venue.providerId,
    committeeId: venue.committeeId,
    audience: "PUBLIC",
    capacity: venue.capacity,
    unit: venue.unit,
    description: venue.description,
    approval: false,
    ...UNRULED,
    ...placeColumns(venue.region),
    ...searchColumns(venue.title, venue.description),
  }));
}

/** Two offers of every three memberships: of what a unit of its kind has, each time something else. */
function offeredRows({
  published: source,
  memberships,
  venues,
  name,
}: DemonstrationPlace): ResourceRow[] {
  // Where the source counts venues, those of units would be more than it counts.
  const hasVenues = publishedFigure(source, "venues") === undefined;
  const offering = memberships.filter((_, at) => at % 3 !== 2);
  return offering.map(({ committee, unit }, at) => {
    const offers = [...(hasVenues ? VENUE_OFFERS[unitKind(unit)] : []), ...OFFERS[unitKind(unit)]];
    const earlier = offering.slice(0, at).filter((other) => other.unit === unit).length;
    const first = chanceOf("offer", unit.id).between(0, offers.length - 1);
    return {
      ...published(periodInstant(at, offering.length)),
      ...offered(unit, cycled(offers, first + earlier)),
      id: demonstrationId("resource", name, "offer", venues.length + at),
      committeeId: committee.id,
      audience: cycled(AUDIENCES, at),
      ...placeColumns(committee.region),
    };
  });
}

/** Of a resource that has no hours and no rules of booking. */
export const UNRULED = { bufferMinutes: 0, hasRules: false };

/** The columns of what a unit offers that follow from the unit and the offer. */
export function offered(unit: DemonstrationOrganization, { says, ...offer }: Offer) {
  const title = `${unit.name}${offer.title}`;
  const description = chanceOf("offer text", unit.id, offer.title).pick(says);
  return {
    ...offer,
    ...UNRULED,
    title,
    description,
    venueKind: offer.kind === "VENUE" ? ("OTHER" as const) : null,
    functionAreas: [],
    demonstration: false,
    providerId: unit.id,
    ...searchColumns(title, description),
  };
}

/** The kind of a unit, which is one of those that offer something. */
export function unitKind({ name, kind }: DemonstrationOrganization): UnitKind {
  if (kind === "PARTY_ORGANIZATION" || kind === "OWNERS_COMMITTEE" || kind === "PROPERTY_COMPANY")
    throw new Error(`${name} is no unit on a committee's ground`);
  return kind;
}

/** The columns of a record that was published at an instant and has not changed since. */
export function published(publishedAt: Date) {
  return {
    state: "PUBLISHED",
    publishedAt,
    withdrawnAt: null,
    withdrawReason: null,
    description: null,
    ...entered(publishedAt),
  } as const;
}
