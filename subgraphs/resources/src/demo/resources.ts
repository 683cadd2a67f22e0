import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { periodInstant } from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { publishedFigure } from "@alliance-hub/demonstration/published-figures";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { ResourcesTables } from "../database.ts";
import { OFFERS, VENUE_OFFERS } from "./offers.ts";

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
    capacity: 1,
    unit: "场",
    approval: false,
    ...placeColumns(venue.region),
    ...searchColumns(venue.title),
  }));
}

/** Two offers of every three memberships, each of another kind than its neighbours'. */
function offeredRows({
  published: source,
  memberships,
  venues,
  name,
}: DemonstrationPlace): ResourceRow[] {
  const offers =
    publishedFigure(source, "venues") === undefined ? [...VENUE_OFFERS, ...OFFERS] : OFFERS;
  const offering = memberships.filter((_, at) => at % 3 !== 2);
  return offering.map(({ committee, unit }, at) => {
    const offer = cycled(offers, at);
    const title = `${unit.name}${offer.title}`;
    return {
      ...published(periodInstant(at, offering.length)),
      ...offer,
      id: demonstrationId("resource", name, "offer", venues.length + at),
      title,
      venueKind: offer.kind === "VENUE" ? "OTHER" : null,
      functionAreas: [],
      demonstration: false,
      providerId: unit.id,
      committeeId: committee.id,
      audience: cycled(AUDIENCES, at),
      ...placeColumns(committee.region),
      ...searchColumns(title),
    };
  });
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
