import type { ActivityPageQuery } from "../../graph/generated/graphql.ts";

/** An activity as its page shows it. */
export type PageActivity = NonNullable<ActivityPageQuery["activity"]>;

/** Whether it is still ahead or under way: neither held nor cancelled. */
export const isOpen = ({ state }: PageActivity): boolean =>
  state === "SCHEDULED" || state === "RESCHEDULED";

export const hasStarted = ({ startsAt }: PageActivity): boolean =>
  Date.parse(startsAt) <= Date.now();

/** Whether its host was asked and has not answered: until then it is not sure that it hosts. */
export const isHostAsked = ({ host, participants }: PageActivity): boolean =>
  participants.some(
    ({ state, organization }) => state === "INVITED" && organization?.id === host?.id,
  );
