import { useState } from "react";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { useGoingRows } from "../../components/use-going-rows.ts";
import {
  MyTasksDocument,
  type TaskFilter,
  type TaskOfListFragment,
} from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { DUE_GROUPS, type DueGroup, dueGroupOf } from "../../words/due.ts";
import { TaskRow } from "./task-row.tsx";

interface TaskSectionProps {
  readonly filter: TaskFilter;
  readonly isOfficeNamed: boolean;
}

/** What awaits the viewer's units and committees, overdue first. What was done goes at once. */
export function TaskSection({ filter, isOfficeNamed }: TaskSectionProps) {
  const pages = usePages(MyTasksDocument, { filter }, ({ tasks }) => tasks);
  const { area, isGone, go } = useGoingRows();
  const [said, setSaid] = useState("");
  const read = pages.nodes ?? [];
  const tasks = read.filter(({ id }) => !isGone(id));
  const count = (pages.total ?? 0) - (read.length - tasks.length);
  const done = async ({ id, title }: TaskOfListFragment): Promise<void> => {
    setSaid(`已办好：${title}`);
    go(id);
  };
  return (
    <section className="stack" aria-labelledby="tasks" ref={area} tabIndex={-1}>
      <h2 id="tasks">等着办的事 {count > 0 && <span className="count">{count}</span>}</h2>
      <p className="unseen" role="status">
        {said}
      </p>
      <Paged
        pages={{ ...pages, nodes: pages.nodes && tasks, total: undefined }}
        empty={
          <Empty title="没有等着办的事">
            有单位申请预约、请您签署协议、交来清单或问题时，会列在这里，办完就消失。
          </Empty>
        }
      >
        {(shown) => <Groups tasks={shown} isOfficeNamed={isOfficeNamed} done={done} />}
      </Paged>
    </section>
  );
}

interface GroupsProps {
  readonly tasks: readonly TaskOfListFragment[];
  readonly isOfficeNamed: boolean;
  readonly done: (task: TaskOfListFragment) => Promise<void>;
}

function Groups({ tasks, isOfficeNamed, done }: GroupsProps) {
  const now = new Date();
  const groups = Map.groupBy(tasks, ({ dueAt }) => dueGroupOf(dueAt, now));
  return (Object.keys(DUE_GROUPS) as DueGroup[]).map((group) => {
    const rows = groups.get(group) ?? [];
    if (rows.length === 0) return null;
    return (
      <section key={group} className="stack" aria-label={DUE_GROUPS[group]}>
        <h3 className={group === "overdue" ? "overdue" : ""}>
          {DUE_GROUPS[group]} <span className="muted">{rows.length} 项</span>
        </h3>
        <ul className="rows">
          {rows.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              now={now}
              isOfficeNamed={isOfficeNamed}
              done={() => done(task)}
            />
          ))}
        </ul>
      </section>
    );
  });
}
