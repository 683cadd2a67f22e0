import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { type Chance, chanceOf } from "@alliance-hub/demonstration/chance";
import { cycled, numbered } from "@alliance-hub/demonstration/spread";
import type { ResourcesTables } from "../database.ts";
import type { BookingRulesRow, OpeningHoursRow, VenueRow } from "../nouns/venue/venue.loaders.ts";
import { Amenity } from "../vocabulary/place.ts";
import { LEFT_FREE } from "./present-bookings.ts";
import { presentVenues } from "./present-venues.ts";
import { resourceRows } from "./resources.ts";

type ResourceRow = ResourcesTables["resource"];

/** Where a venue is, when it is open and how it can be booked. */
export interface VenueSetting {
  readonly venue: VenueRow;
  readonly hours: readonly OpeningHoursRow[];
  readonly rules: BookingRulesRow | undefined;
  readonly bufferMinutes: number;
}

/** The middle of each place, in degrees. Of X41 the source does not say which city it is in: it lies anywhere. */
const CENTRES: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  "360502": [114.93, 27.81],
  "445202": [116.367, 23.525],
  "530381": [104.104, 26.219],
  "610327": [106.864, 34.893],
  X41: [108.95, 34.27],
};
/** How far from the middle regions lie, and venues from their region's middle, in ten-thousandths of a degree. */
const [REGION_SPREAD, VENUE_SPREAD] = [300, 40] as const;
const AMENITIES = Object.values(Amenity);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKEND = 6;

type Minutes = readonly [from: number, to: number];
/** Hours of a weekday and of a day of the weekend. All contain the hours of `present-bookings`. */
const HOURS: readonly (readonly [Minutes, Minutes])[] = [
  [
    [480, 1320],
    [480, 1320],
  ],
  [
    [510, 1290],
    [540, 1260],
  ],
  [
    [480, 1350],
    [510, 1290],
  ],
];
/** Of so many venues one is open at all hours, one has rules. */
const [ALWAYS_OPEN_IN, RULED_IN] = [6, 3] as const;
/** How the venues of a place can be used: those that it counts, and those of the present. */
export function presentPlaces(place: DemonstrationPlace): VenueSetting[] {
  const shared = resourceRows(place).filter(({ kind }) => kind === "VENUE");
  const { decided, others } = presentVenues(place);
  // What is listed first is there to be tried, at any hour.
  const tried = shared.slice(-LEFT_FREE);
  return [...shared, ...decided, ...others].map((resource) =>
    settingOf(place, resource, tried.includes(resource)),
  );
}

function settingOf(place: DemonstrationPlace, resource: ResourceRow, isTried: boolean) {
  const chance = chanceOf("venue setting", resource.id);
  const venue = venueRow(place, resource, chance);
  const isAlwaysOpen = chance.onceIn(ALWAYS_OPEN_IN) || isTried;
  const isRuled = chance.onceIn(RULED_IN) && !isTried;
  return {
    venue,
    hours: isAlwaysOpen ? [] : hoursOf(resource, chance),
    rules: isRuled ? rulesOf(resource, chance) : undefined,
    bufferMinutes: isRuled ? chance.pick([0, 15, 30]) : 0,
  };
}

function venueRow(place: DemonstrationPlace, resource: ResourceRow, chance: Chance): VenueRow {
  const { id: resourceId, regionCode, description } = resource;
  const centre = CENTRES[place.name];
  if (!centre) throw new Error(`${place.name} has no centre`);
  const around = chanceOf("region's middle", regionCode);
  const [longitude, latitude] = centre.map(
    (middle) =>
      middle +
      (around.between(-REGION_SPREAD, REGION_SPREAD) +
        chance.between(-VENUE_SPREAD, VENUE_SPREAD)) /
        10_000,
  ) as [number, number]; // as many as there are in the pair
  const hasNoLift = description?.includes("没有电梯") ?? false;
  const region = [
    ...place.regions.communities,
    ...place.regions.estates,
    ...place.regions.streets,
  ].find(({ code }) => code === regionCode);
  const first = chance.between(0, AMENITIES.length - 1);
  return {
    resourceId,
    address: `${(region ?? place.regions.root).name}示范路 ${chance.between(1, 199)} 号`,
    longitude: rounded(longitude),
    latitude: rounded(latitude),
    seats: seatsOf(resource),
    areaSquareMetres: chance.between(3, 40) * 10,
    barrierFree: !hasNoLift && !chance.onceIn(4),
    amenities: AMENITIES.filter(
      (_, at) => (at - first + AMENITIES.length) % AMENITIES.length < 9 && (at + first) % 2 === 0,
    ),
    officePhone: `0000-${numbered(chance.between(1, 9999), 7)}`,
  };
}

const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** As many as its text says, or as can be booked where these are seats; null where nothing says it. */
function seatsOf({ description, capacity, unit }: ResourceRow): number | null {
  const [, before, after] =
    /(?:可坐|容纳) ?(\d+)|(\d+) ?(?:座|席|人)/.exec(description ?? "") ?? [];
  const said = before ?? after;
  if (said !== undefined) return Number(said);
  return unit !== null && ["人", "座", "席"].includes(unit) ? capacity : null;
}

function hoursOf({ id: resourceId }: ResourceRow, chance: Chance): OpeningHoursRow[] {
  const [onWeekdays, onWeekends] = cycled(HOURS, chance.between(0, HOURS.length - 1));
  return WEEKDAYS.map((weekday, position) => {
    const [fromMinute, toMinute] = weekday < WEEKEND ? onWeekdays : onWeekends;
    return {
      resourceId,
      position,
      weekday,
      fromMinute,
      toMinute,
      validFrom: null,
      validTo: null,
      note: null,
    };
  });
}

function rulesOf({ id: resourceId }: ResourceRow, chance: Chance): BookingRulesRow {
  return {
    resourceId,
    minNoticeMinutes: chance.pick([0, 120, 1440]),
    maxAheadDays: chance.pick([30, 60, 90]),
    slotMinutes: chance.pick([30, 60]),
    maxLengthMinutes: chance.pick([180, 240, 480]),
    cancelBeforeMinutes: chance.pick([0, 120, 1440]),
    onHolidays: "OPEN",
  };
}
