import type { Random } from "../random.ts";
import type { WorldRecord } from "./records.ts";

type Span = WorldRecord["during"];

/** What a list is filtered by; a time in milliseconds. */
export interface Filter {
  readonly organizationId?: string | undefined;
  readonly providerId?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly states?: readonly string[];
  readonly during?: Span;
}

/** A filter as the graph takes it. */
export const asInput = ({ during, ...filter }: Filter) => ({
  ...filter,
  ...(during && {
    during: {
      start: new Date(during.start).toISOString(),
      end: new Date(during.end).toISOString(),
    },
  }),
});

const meets = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;

/** Whether a filter lets a record through, whoever asks. */
export const isLetThrough = (one: WorldRecord, filter: Filter): boolean =>
  [undefined, one.named[0]].includes(filter.organizationId) &&
  [undefined, one.named[1]].includes(filter.providerId) &&
  [undefined, one.references["resource"]].includes(filter.resourceId) &&
  (filter.states?.includes(one.state) ?? true) &&
  (!filter.during || meets(one.during, filter.during));

/** Times about a booking's, those that only touch it included, and states, each alone and both with one side. */
export function timesAndStates(
  { named, during: { start, end }, state }: WorldRecord,
  random: Random,
): Filter[] {
  const far = random.between(1, 1000) * 3_600_000;
  const during = { start: start - far, end: end + far };
  const states = [state, random.oneOf(["CONFIRMED", "REQUESTED", "CANCELLED", "DENIED", "DONE"])];
  const [organizationId, providerId] = named;
  return [
    { during },
    { during: { start: start - far, end: start } },
    { during: { start: end, end: end + far } },
    { during: { start, end: start + 1 } },
    { states },
    { states: [] },
    { during, states },
    { during, states, organizationId },
    { during, states, providerId },
  ];
}
