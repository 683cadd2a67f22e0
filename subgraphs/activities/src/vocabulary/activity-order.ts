/** Orders of a list of activities. */
export const ActivityOrder = {
  START_DESC: "START_DESC",
  START_ASC: "START_ASC",
} as const;
export type ActivityOrder = (typeof ActivityOrder)[keyof typeof ActivityOrder];
