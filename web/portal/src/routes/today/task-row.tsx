import { DueMark } from "../../components/due-mark.tsx";
import { RecordLink } from "../../components/record-link.tsx";
import type { TaskOfListFragment } from "../../graph/generated/graphql.ts";
import { TASK_ACTIONS } from "./actions/task-actions.ts";

interface TaskRowProps {
  readonly task: TaskOfListFragment;
  readonly now: Date;
  /** Whether it is said whose task it is: the viewer has several offices. */
  readonly isOfficeNamed: boolean;
  readonly done: () => Promise<void>;
}

/** A task, which can be done here or leads to where it can. */
export function TaskRow({ task, now, isOfficeNamed, done }: TaskRowProps) {
  const { id, kind, title, dueAt, organization, committee } = task;
  const Action = Object.hasOwn(TASK_ACTIONS, kind) ? TASK_ACTIONS[kind] : undefined;
  return (
    <li className="row" data-row={id} tabIndex={-1}>
      <div className="row-main">
        <p className="row-title">
          <RecordLink record={task}>{title}</RecordLink>
        </p>
        {isOfficeNamed && <p className="muted">{(committee ?? organization)?.name}</p>}
      </div>
      <DueMark dueAt={dueAt} now={now} />
      <div className="buttons">
        {Action ? (
          <Action task={task} done={done} />
        ) : (
          <RecordLink record={task} className="button" label={`去办理：${title}`}>
            去办理
          </RecordLink>
        )}
      </div>
    </li>
  );
}
