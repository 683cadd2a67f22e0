import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { ActivityContext } from "../activity/activity.loaders.ts";
import type { IssueOrder } from "../../vocabulary/issue-order.ts";
import type { Issue } from "./issue.entity.ts";
import type { IssueFilter } from "./issue.input.ts";
import { readable } from "./issue.policy.ts";

/** An issue as lists and loaders give it. */
export type IssueRow = Row<Issue>;

interface IssueTables extends TablesWith<"issue", Issue> {}

/** What issues need of a call. */
export interface IssueContext
  extends
    ContextWith<"issues", typeof createIssueLoaders>,
    WithDirectory,
    Pick<ActivityContext, "activities"> {}

/** Loaders of one call. */
export function createIssueLoaders(context: BaseContext<IssueTables>) {
  const issues = recordReads(context, {
    table: "issue",
    readable: forViewer("issue", context.viewer, readable),
  });
  const filtered = (name: string, filter: IssueFilter, orderBy?: IssueOrder | null) => {
    const { committeeId, regionCode, states, ownerId, activityId, overdueOn } = filter;
    const where = [
      isRecord("issue.committeeId", committeeId),
      isOrganization("issue.ownerId", ownerId),
      isRecord("issue.activityId", activityId),
      oneOf("issue.state", states),
      overdueOn == null ? undefined : isOverdueOn(overdueOn),
      issues.within(regionCode),
    ];
    return orderBy === "DEADLINE_ASCENDING"
      ? issues.list(`${name} by deadline`, where, byDeadline())
      : issues.list(name, where);
  };
  const nested = new Map<string, Promise<NestedPages<IssueRow>>>();
  const below = async (
    filter: IssueFilter,
    orderBy: IssueOrder | null,
  ): Promise<NestedPages<IssueRow>> => {
    const { rows, database } = context;
    const list = await filtered("committee.issues", filter, orderBy);
    return nestedPages({
      rows,
      database,
      list,
      parent: sql.ref("issue.committeeId"),
      parentType: "uuid",
    });
  };
  return {
    byId: issues.byId,
    list: (filter: IssueFilter, orderBy?: IssueOrder | null) => filtered("issues", filter, orderBy),
    ofCommittee: (
      filter: IssueFilter,
      orderBy: IssueOrder | null,
    ): Promise<NestedPages<IssueRow>> => {
      // One for all committees of a page, so that their issues are read together.
      const slot = JSON.stringify([filter, orderBy]);
      const pages = nested.get(slot) ?? below(filter, orderBy);
      nested.set(slot, pages);
      return pages;
    },
  };
}

/** Later than every deadline, so that issues without one come after the others. */
const NO_DEADLINE = "infinity";

/** Unresolved ones first (RAISED sorts before RESOLVED), by deadline. */
function byDeadline(): Pick<List<IssueTables, "issue", IssueRow>, "order" | "direction"> {
  return {
    order: [
      { column: sql.ref("issue.state"), type: "text", value: ({ state }) => state },
      {
        column: sql`coalesce(issue.deadline, '${sql.raw(NO_DEADLINE)}'::date)`,
        type: "date",
        value: ({ deadline }) => deadline ?? NO_DEADLINE,
      },
      { column: sql.ref("issue.id"), type: "uuid", value: ({ id }) => id },
    ],
    direction: "asc",
  };
}

function isOverdueOn(today: string): Condition {
  return condition(
    "overdue",
    [today],
    (day) => sql<SqlBool>`(issue.state = 'RAISED' and issue.deadline < ${day}::date)`,
  );
}
