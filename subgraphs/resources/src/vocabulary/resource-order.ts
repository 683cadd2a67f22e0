/** Orders of resources. */
export const ResourceOrder = {
  NEWEST_FIRST: "NEWEST_FIRST",
  DISTANCE: "DISTANCE",
} as const;
export type ResourceOrder = (typeof ResourceOrder)[keyof typeof ResourceOrder];
