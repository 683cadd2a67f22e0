import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { DueMark } from "../../components/due-mark.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { OverdueMark } from "../../components/overdue-mark.tsx";
import { RecordLink } from "../../components/record-link.tsx";
import type { CommitteeTasks } from "./group-tasks.ts";

/** So many are shown of each committee before somebody asks for the others. */
const SHOWN = 5;

interface CommitteeTaskListProps {
  readonly of: CommitteeTasks;
  readonly now: Date;
}

/** What awaits one committee: how much, how much of it is overdue, and each leads to where it can be done. */
export function CommitteeTaskList({ of: { of, tasks, overdue }, now }: CommitteeTaskListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? tasks : tasks.slice(0, SHOWN);
  return (
    <section className="stack" aria-label={of.name}>
      <h2 className="card-facts overview-head">
        {of.noun === "Committee" ? (
          <CommitteeLink committee={of} />
        ) : (
          <OrganizationLink organization={of} />
        )}
        <span className="count">{tasks.length} 项</span>
        {overdue > 0 && <OverdueMark>{`${overdue} 项逾期`}</OverdueMark>}
      </h2>
      <ul className="rows">
        {shown.map((task) => (
          <li key={task.id} className="row">
            <p className="row-main row-title">
              <RecordLink record={task}>{task.title}</RecordLink>
            </p>
            <DueMark dueAt={task.dueAt} now={now} />
          </li>
        ))}
      </ul>
      {tasks.length > SHOWN && (
        <div>
          <Button look="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {isWhole ? "收起" : `再看 ${tasks.length - SHOWN} 项`}
          </Button>
        </div>
      )}
    </section>
  );
}
