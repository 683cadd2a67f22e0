/** What can be offered (资源清单). */
export const ResourceKind = {
  VENUE: "VENUE",
  EQUIPMENT: "EQUIPMENT",
  EXPERTISE: "EXPERTISE",
  SERVICE: "SERVICE",
  FUNDS: "FUNDS",
  INFORMATION: "INFORMATION",
  POST: "POST",
} as const;
export type ResourceKind = (typeof ResourceKind)[keyof typeof ResourceKind];

/** Kinds that are used for a time and returned, so that they can be booked. */
export const BOOKABLE_KINDS: readonly ResourceKind[] = [
  "VENUE",
  "EQUIPMENT",
  "EXPERTISE",
  "SERVICE",
];
