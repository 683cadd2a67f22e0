import type { AwaitingSeriesFragment, TaskOfListFragment } from "../../graph/generated/graphql.ts";
import type { SeriesOfTasks } from "./use-series-of-tasks.ts";

/** A row of the list of tasks: one task, or all dates of a series that await an answer. */
export interface TaskEntry {
  /** The most urgent of them. */
  readonly task: TaskOfListFragment;
  readonly series?: AwaitingSeriesFragment | undefined;
  /** All that it stands for. */
  readonly tasks: readonly TaskOfListFragment[];
}

/** The tasks as rows, in their order. A series stands where the first of its dates does. */
export function entriesOf(
  tasks: readonly TaskOfListFragment[],
  seriesOf: SeriesOfTasks,
): readonly TaskEntry[] {
  const keyOf = ({ id, kind, recordId }: TaskOfListFragment): string =>
    (kind === "DECIDE_BOOKING" ? seriesOf.get(recordId)?.id : undefined) ?? id;
  return [...Map.groupBy(tasks, keyOf).values()].flatMap((own) => {
    const [task] = own;
    if (!task) return [];
    return [{ task, tasks: own, series: own.length > 1 ? seriesOf.get(task.recordId) : undefined }];
  });
}

/** How many tasks rows stand for. */
export const countOf = (entries: readonly TaskEntry[]): number =>
  entries.reduce((sum, { tasks }) => sum + tasks.length, 0);
