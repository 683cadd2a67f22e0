/** What a venue has for those who come (便民设施). */
export const Amenity = {
  CHARGING: "CHARGING",
  DRINKING_WATER: "DRINKING_WATER",
  MICROWAVE: "MICROWAVE",
  REST: "REST",
  NURSING_ROOM: "NURSING_ROOM",
  AED: "AED",
  FIRST_AID: "FIRST_AID",
  TOILET: "TOILET",
  WIFI: "WIFI",
  PROJECTOR: "PROJECTOR",
  SOUND: "SOUND",
  PARKING: "PARKING",
  READING: "READING",
  UMBRELLA: "UMBRELLA",
  PRINTING: "PRINTING",
} as const;
export type Amenity = (typeof Amenity)[keyof typeof Amenity];

/** Whether a resource is open on public holidays. */
export const OnHolidays = { OPEN: "OPEN", CLOSED: "CLOSED" } as const;
export type OnHolidays = (typeof OnHolidays)[keyof typeof OnHolidays];
