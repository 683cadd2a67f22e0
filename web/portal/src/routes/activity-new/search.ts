import { oneOf, readDay, readText, searchReader } from "../../app/address.ts";
import type { ActivityKind } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS } from "../../words/labels.ts";
import type { Day } from "../../words/time.ts";

/** What an activity that is planned begins with, as the page that leads here knows it. */
export interface PlanSearch {
  readonly kind?: ActivityKind | undefined;
  readonly committee?: string | undefined;
  readonly day?: Day | undefined;
}

export const readPlanSearch = searchReader<PlanSearch>({
  kind: oneOf(ACTIVITY_KINDS),
  committee: readText,
  day: readDay,
});
