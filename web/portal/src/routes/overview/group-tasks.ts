import type { TaskOfListFragment } from "../../graph/generated/graphql.ts";
import { dueGroupOf } from "../../words/due.ts";
import type { OverviewSearch } from "./search.ts";

/** The tasks of one committee. */
export interface CommitteeTasks {
  readonly committee: { readonly id: string; readonly name: string };
  /** Those due soonest first. */
  readonly tasks: readonly TaskOfListFragment[];
  readonly overdue: number;
}

/** A task of a committee. */
export type CommitteeTask = TaskOfListFragment & {
  readonly committee: NonNullable<TaskOfListFragment["committee"]>;
};

/** Those of committees other than some: the viewer's own tasks stand on their day. */
export const tasksBelow = (
  tasks: readonly TaskOfListFragment[],
  own: ReadonlySet<string>,
): readonly CommitteeTask[] =>
  tasks.filter(
    (task): task is CommitteeTask => task.committee != null && !own.has(task.committee.id),
  );

/** By committee: the one with most that is overdue first, then the one with most. */
export function byCommittee(tasks: readonly CommitteeTask[], now: Date): readonly CommitteeTasks[] {
  const groups = Map.groupBy(tasks, ({ committee }) => committee.id);
  return Array.from(groups.values(), (own) => ({
    committee: own[0]?.committee ?? { id: "", name: "" },
    tasks: own,
    overdue: own.filter(({ dueAt }) => dueGroupOf(dueAt, now) === "overdue").length,
  })).toSorted(
    (one, other) =>
      other.overdue - one.overdue ||
      other.tasks.length - one.tasks.length ||
      one.committee.name.localeCompare(other.committee.name, "zh-CN"),
  );
}

/** Those that the address asks for. */
export const wanted = (
  tasks: readonly CommitteeTask[],
  { committee, kind, due }: OverviewSearch,
  now: Date,
): readonly CommitteeTask[] =>
  tasks.filter(
    (task) =>
      (committee === undefined || task.committee.id === committee) &&
      (kind === undefined || task.kind === kind) &&
      (due === undefined || dueGroupOf(task.dueAt, now) === "overdue"),
  );
