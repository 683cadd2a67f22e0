import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { demonstrationLiaisons } from "@alliance-hub/demonstration/liaisons";
import { placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationOrganization } from "@alliance-hub/demonstration/organizations";
import { liaisonsAmongPeople, secretariesAmongPeople } from "@alliance-hub/demonstration/people";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { ResourcesTables } from "../database.ts";
import { VENUE_OFFERS } from "./venue-offers.ts";
import { UNRULED, offered, published, unitKind } from "./resources.ts";

type ResourceRow = ResourcesTables["resource"];

/** After the published period, whose figures must not count them, and before any present. */
const PUBLISHED_AT = new Date("2024-01-01T00:00:00+08:00");
/** Venues of units that nobody among the people acts for: enough for each of the people to have a usual one. */
const OTHERS = 8;
const HALLS = [
  "可坐 80 人，桌椅能移动，带投影和无线话筒。钥匙在值班室，用完请签退。",
  "一楼大厅隔出来的，60 座，适合座谈和小型演出。周三上午固定有党员学习。",
  "带小舞台，100 座，音控由值班人员操作，请在用途里写明需要几支话筒。",
];

/** The venues of the present: of those who can be tried out, who decide about bookings, and of some other units. */
export interface PresentVenues {
  /** Bookings of these wait for the answer of somebody among the people. */
  readonly decided: readonly ResourceRow[];
  readonly others: readonly ResourceRow[];
}

/** The venues that a place has shared since the published period. They come last in lists. */
export function presentVenues(place: DemonstrationPlace): PresentVenues {
  const halls = secretariesAmongPeople(place).map(({ seat: { term } }, at) => {
    const { committee } = term;
    const [title, description] = [`${committee.region.name}多功能厅`, cycled(HALLS, at)];
    return {
      ...published(PUBLISHED_AT),
      id: demonstrationId("resource", place.name, "hall", committee.id),
      title,
      description,
      kind: "VENUE" as const,
      venueKind: "OTHER" as const,
      functionAreas: [],
      demonstration: false,
      providerId: committee.organizationId,
      committeeId: committee.id,
      audience: "PUBLIC" as const,
      capacity: 1,
      unit: "个",
      approval: true,
      ...UNRULED,
      ...placeColumns(committee.region),
      ...searchColumns(title, description),
    };
  });
  const acted = liaisonsAmongPeople(place).map(({ unit }) => unit);
  const rest = demonstrationLiaisons(place)
    .map(({ unit }) => unit)
    .filter((unit) => !acted.includes(unit));
  return {
    decided: [...halls, ...acted.map((unit) => venueOf(place, unit, true))],
    others: rest.slice(0, OTHERS).map((unit) => venueOf(place, unit, false)),
  };
}

function venueOf(
  place: DemonstrationPlace,
  unit: DemonstrationOrganization,
  approval: boolean,
): ResourceRow {
  const offers = VENUE_OFFERS[unitKind(unit)];
  const offer = offers.find((one) => one.approval === approval) ?? cycled(offers, 0);
  const committee = place.memberships.find((held) => held.unit === unit)?.committee;
  return {
    ...published(PUBLISHED_AT),
    ...offered(unit, { ...offer, approval }),
    id: demonstrationId("resource", place.name, "venue", unit.id),
    committeeId: committee?.id ?? null,
    audience: "PUBLIC",
    ...placeColumns(unit.region),
  };
}
