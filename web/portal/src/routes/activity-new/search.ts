import type { ActivityKind } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS } from "../../words/labels.ts";
import type { Day } from "../../words/time.ts";

/** What an activity that is planned begins with, as the page that leads here knows it. */
export interface PlanSearch {
  readonly kind?: ActivityKind | undefined;
  readonly committee?: string | undefined;
  readonly day?: Day | undefined;
}

export function readPlanSearch({ kind, committee, day }: Record<string, unknown>): PlanSearch {
  return {
    ...(typeof kind === "string" && kind in ACTIVITY_KINDS ? { kind: kind as ActivityKind } : {}),
    ...(typeof committee === "string" ? { committee } : {}),
    ...(typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}
