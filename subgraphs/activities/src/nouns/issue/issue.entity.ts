import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Audience } from "@alliance-hub/sharing/audience";
import { defineEntity, p } from "@mikro-orm/core";

/** The state of an issue. */
export const IssueState = { RAISED: "RAISED", RESOLVED: "RESOLVED" } as const;
export type IssueState = (typeof IssueState)[keyof typeof IssueState];

/** The steps of an issue. Back again is for one that was resolved by mistake. */
export const ISSUE_STEPS: StateMachine<IssueState> = {
  RAISED: ["RESOLVED"],
  RESOLVED: ["RAISED"],
};

export const IssueSchema = defineEntity({
  name: "Issue",
  tableName: "issue",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    activityId: p.uuid().nullable().strictNullable(),
    title: p.string(),
    ownerId: p.uuid(),
    measure: p.string().nullable().strictNullable(),
    deadline: p.date().nullable().strictNullable(),
    state: p.string().$type<IssueState>(),
    raisedAt: p.datetime(),
    resolvedAt: p.datetime().nullable().strictNullable(),
    outcome: p.string().nullable().strictNullable(),
    audience: p.string().$type<Audience>(),
  },
});

/** A matter with an owner, a measure and a deadline (问题台账). */
export class Issue extends IssueSchema.class {}
IssueSchema.setClass(Issue);
