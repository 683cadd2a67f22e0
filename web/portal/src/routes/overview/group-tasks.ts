import type { TaskOfListFragment } from "../../graph/generated/graphql.ts";
import { dueGroupOf } from "../../words/due.ts";
import type { OverviewSearch } from "./search.ts";

/** Whom a task awaits: a committee, or the organisation that it stands on. */
export interface Awaited {
  readonly noun: "Committee" | "Organization";
  readonly id: string;
  readonly name: string;
}

/** The tasks of one committee or organisation. */
export interface CommitteeTasks {
  readonly of: Awaited;
  /** Those due soonest first. */
  readonly tasks: readonly TaskOfListFragment[];
  readonly overdue: number;
}

/** A task of a committee or organisation. */
export type CommitteeTask = TaskOfListFragment & { readonly of: Awaited };

/** Those of committees and organisations other than some: the viewer's own tasks stand on their day. */
export const tasksBelow = (
  tasks: readonly TaskOfListFragment[],
  own: ReadonlySet<string>,
): readonly CommitteeTask[] =>
  tasks.flatMap((task) => {
    const of = awaitedBy(task);
    return of && !own.has(of.id) ? [{ ...task, of }] : [];
  });

function awaitedBy({ committee, organization }: TaskOfListFragment): Awaited | undefined {
  if (committee) return { noun: "Committee", ...committee };
  return organization ? { noun: "Organization", ...organization } : undefined;
}

/** By whom they await: the one with most that is overdue first, then the one with most. */
export function byCommittee(tasks: readonly CommitteeTask[], now: Date): readonly CommitteeTasks[] {
  const groups = Map.groupBy(tasks, ({ of }) => of.id);
  return Array.from(groups.values(), (own) => ({
    of: own[0]?.of ?? { noun: "Committee" as const, id: "", name: "" },
    tasks: own,
    overdue: own.filter(({ dueAt }) => dueGroupOf(dueAt, now) === "overdue").length,
  })).toSorted(
    (one, other) =>
      other.overdue - one.overdue ||
      other.tasks.length - one.tasks.length ||
      one.of.name.localeCompare(other.of.name, "zh-CN"),
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
      (committee === undefined || task.of.id === committee) &&
      (kind === undefined || task.kind === kind) &&
      (due === undefined || dueGroupOf(task.dueAt, now) === "overdue"),
  );
