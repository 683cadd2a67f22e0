import type { ReactNode } from "react";
import { DueMark } from "../../components/due-mark.tsx";
import { RecordLink } from "../../components/record-link.tsx";
import type { AwaitingSeriesFragment, TaskOfListFragment } from "../../graph/generated/graphql.ts";
import { DecideSeries } from "../bookings/decide-series.tsx";
import { showAnswered, showAwaiting } from "../bookings/together.ts";
import { TASK_ACTIONS } from "./actions/task-actions.ts";

interface TaskRowProps {
  readonly task: TaskOfListFragment;
  readonly now: Date;
  /** Whether it is said whose task it is: the viewer has several offices. */
  readonly isOfficeNamed: boolean;
  /** The series whose dates await an answer together with this one. */
  readonly series?: AwaitingSeriesFragment | undefined;
  /** @param decided ids of the bookings that were decided about, if it was a series. */
  readonly done: (decided?: readonly string[]) => Promise<void>;
  /** Says what came of it. */
  readonly tell: (words: ReactNode) => void;
}

/** A task, which can be done here or leads to where it can. */
export function TaskRow({ task, now, isOfficeNamed, series, done, tell }: TaskRowProps) {
  const { id, kind, title, dueAt, organization, committee } = task;
  const Action = Object.hasOwn(TASK_ACTIONS, kind) ? TASK_ACTIONS[kind] : undefined;
  return (
    <li className="row" data-row={id} tabIndex={-1}>
      <div className="row-main">
        <p className="row-title">
          <RecordLink record={task}>{title}</RecordLink>
        </p>
        {series && <p>{showAwaiting(series)}</p>}
        {isOfficeNamed && <p className="muted">{(committee ?? organization)?.name}</p>}
      </div>
      <DueMark dueAt={dueAt} now={now} />
      <div className="buttons">
        {series ? (
          <DecideSeries
            series={series}
            of={title}
            done={async (ids, isConfirmed) => {
              await done(ids);
              tell(`${showAnswered(ids.length, isConfirmed)}：${title}`);
            }}
          />
        ) : Action ? (
          <Action task={task} done={() => done()} tell={tell} />
        ) : (
          <RecordLink record={task} className="button" label={`去办理：${title}`}>
            去办理
          </RecordLink>
        )}
      </div>
    </li>
  );
}
