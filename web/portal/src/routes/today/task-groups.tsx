import { type ReactNode, useDeferredValue } from "react";
import { useNarrow } from "../../app/use-width.ts";
import { DUE_GROUPS, type DueGroup, dueGroupOf } from "../../words/due.ts";
import { endsSoon, kindOfTask } from "../../words/tasks.ts";
import { type TaskEntry, countOf } from "./task-entries.ts";

/** How many of a kind a phone shows at once. */
const SHOWN = 3;

interface TaskGroupsProps {
  /** The most urgent first. */
  readonly entries: readonly TaskEntry[];
  readonly now: Date;
  /** The row of one. */
  readonly children: (entry: TaskEntry) => ReactNode;
}

/**
 * Tasks by how near they are; on a phone by kind, with the most urgent of each kind in sight. Before all others what
 * ends by itself soon: it cannot be done later, as what is overdue can.
 */
export function TaskGroups({ entries, ...props }: TaskGroupsProps) {
  const isNarrow = useNarrow();
  const ending = entries.filter(({ task }) => endsSoon(task, props.now));
  const others = entries.filter((entry) => !ending.includes(entry));
  return (
    <>
      {ending.length > 0 && (
        <section className="stack" aria-label="很快过期">
          <h3 className="overdue">
            很快过期 <span className="muted">{countOf(ending)} 项</span>
          </h3>
          <ul className="rows">{ending.map(props.children)}</ul>
        </section>
      )}
      {isNarrow ? <ByKind entries={others} {...props} /> : <ByDue entries={others} {...props} />}
    </>
  );
}

function ByDue({ entries, now, children: row }: TaskGroupsProps) {
  const groups = Map.groupBy(entries, ({ task }) => dueGroupOf(task.dueAt, now));
  return (Object.keys(DUE_GROUPS) as DueGroup[]).map((group) => {
    const own = groups.get(group) ?? [];
    if (own.length === 0) return null;
    return (
      <section key={group} className="stack" aria-label={DUE_GROUPS[group]}>
        <h3 className={group === "overdue" ? "overdue" : ""}>
          {DUE_GROUPS[group]} <span className="muted">{countOf(own)} 项</span>
        </h3>
        <ul className="rows">{own.map(row)}</ul>
      </section>
    );
  });
}

/** A kind with something overdue comes before the others, since its most urgent task does. */
function ByKind({ entries, ...props }: TaskGroupsProps) {
  const kinds = Map.groupBy(entries, ({ task }) => kindOfTask(task.kind));
  return [...kinds].map(([kind, own]) => (
    <OfKind key={kind} kind={kind} entries={own} {...props} />
  ));
}

function OfKind({
  kind,
  entries,
  now,
  children: row,
}: TaskGroupsProps & { readonly kind: string }) {
  const overdue = entries
    .flatMap(({ tasks }) => tasks)
    .filter(({ dueAt }) => dueGroupOf(dueAt, now) === "overdue").length;
  const rest = entries.slice(SHOWN);
  // What is folded away is drawn in slices after what is in sight.
  const isRestDue = useDeferredValue(true, false);
  return (
    <section className="stack" aria-label={kind}>
      <h3>
        {kind} <span className="muted">{countOf(entries)} 项</span>
        {overdue > 0 && <span className="overdue">，已逾期 {overdue} 项</span>}
      </h3>
      <ul className="rows">{entries.slice(0, SHOWN).map(row)}</ul>
      {rest.length > 0 && (
        <details className="more-tasks">
          <summary>还有 {countOf(rest)} 项</summary>
          <ul className="rows">{isRestDue && rest.map(row)}</ul>
        </details>
      )}
    </section>
  );
}
