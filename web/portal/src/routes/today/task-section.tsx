import { type ReactNode, useState } from "react";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { useGoingRows } from "../../components/use-going-rows.ts";
import { MyTasksDocument, type TaskFilter } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { entriesOf } from "./task-entries.ts";
import { TaskGroups } from "./task-groups.tsx";
import { TaskRow } from "./task-row.tsx";
import { useEndingTasks } from "./use-ending-tasks.ts";
import { useSeriesOfTasks } from "./use-series-of-tasks.ts";

interface TaskSectionProps {
  readonly filter: TaskFilter;
  readonly isOfficeNamed: boolean;
}

/** What awaits the viewer's units and committees, overdue first. What was done goes at once. */
export function TaskSection({ filter, isOfficeNamed }: TaskSectionProps) {
  const pages = usePages(MyTasksDocument, { filter }, ({ tasks }) => tasks);
  const { area, isGone, go } = useGoingRows();
  const [said, setSaid] = useState("");
  // What is more than that it is done, and in sight.
  const [told, setTold] = useState<ReactNode>();
  const ending = useEndingTasks(filter, pages.hasMore);
  const listed = pages.nodes ?? [];
  const isListed = new Set(listed.map(({ id }) => id));
  const read = [...listed, ...ending.filter(({ id }) => !isListed.has(id))];
  const tasks = read.filter(({ id }) => !isGone(id));
  const count = (pages.total ?? 0) - (read.length - tasks.length);
  const seriesOf = useSeriesOfTasks(tasks);
  const now = new Date();
  return (
    <section className="stack" aria-labelledby="tasks" ref={area} tabIndex={-1}>
      <h2 id="tasks">等着办的事 {count > 0 && <span className="count">{count}</span>}</h2>
      <p className="unseen" role="status">
        {said}
      </p>
      <div role="status">
        {told !== undefined && <div className="notice notice-good">{told}</div>}
      </div>
      <Paged
        pages={{ ...pages, nodes: pages.nodes && tasks, total: undefined }}
        empty={
          <Empty title="没有等着办的事">
            有单位申请预约、请您签署协议、交来清单或问题时，会列在这里，办完就消失。
          </Empty>
        }
      >
        {(shown) => (
          <TaskGroups entries={entriesOf(shown, seriesOf)} now={now}>
            {({ task, series, tasks: own }) => (
              <TaskRow
                key={task.id}
                task={task}
                series={series}
                now={now}
                isOfficeNamed={isOfficeNamed}
                done={async (decided) => {
                  setSaid(`已办好：${task.title}`);
                  setTold(undefined);
                  go(
                    decided
                      ? own.filter(({ recordId }) => decided.includes(recordId)).map(({ id }) => id)
                      : [task.id],
                  );
                }}
                tell={(words) => {
                  setSaid("");
                  setTold(words);
                }}
              />
            )}
          </TaskGroups>
        )}
      </Paged>
    </section>
  );
}
