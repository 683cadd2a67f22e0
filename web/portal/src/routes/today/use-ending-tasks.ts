import { useState } from "react";
import {
  type TaskFilter,
  type TaskOfListFragment,
  TasksEndingSoonDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { ENDING_NOUNS, SOON_HOURS, endsSoon } from "../../words/tasks.ts";

/**
 * Tasks that end by themselves soon, which the list's first page may not have: what is overdue stands before them there.
 *
 * @param isEnabled whether the list has further pages; without them it has these, too.
 */
export function useEndingTasks(
  filter: TaskFilter,
  isEnabled: boolean,
): readonly TaskOfListFragment[] {
  const [now] = useState(() => new Date());
  const { data } = useAsk(
    TasksEndingSoonDocument,
    {
      filter: {
        ...filter,
        nouns: [...ENDING_NOUNS],
        dueBefore: new Date(now.getTime() + SOON_HOURS * 3_600_000).toISOString(),
      },
    },
    { isEnabled },
  );
  return (data?.tasks?.nodes ?? []).filter((task) => endsSoon(task, now));
}
