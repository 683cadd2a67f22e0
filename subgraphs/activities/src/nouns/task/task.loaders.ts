import type { Facts } from "@alliance-hub/platform/notices/facts";
import { decodeCursor, encodeCursor } from "@alliance-hub/platform/pagination/cursor";
import { Page } from "@alliance-hub/platform/pagination/page";
import { type PageArgs, pageSize } from "@alliance-hub/platform/pagination/page-args";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type RawBuilder, sql } from "kysely";
import { isToOneOf, ofEach } from "../../mechanisms/addressees/addressees.ts";
import type { Wording } from "../../mechanisms/wording/wording.ts";
import type { TaskState } from "../../vocabulary/task-state.ts";
import type { TaskFilter } from "./task.input.ts";
import { awaitedOf } from "./task.policy.ts";

const LIST = "tasks";

/** A task, as it is at the moment of reading. */
export interface TaskRow {
  readonly id: string;
  readonly kind: string;
  readonly noun: string;
  readonly recordId: string;
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly regionPath: RegionPath | null;
  readonly state: TaskState;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly facts: Facts;
}

/** What tasks need of a call. */
export interface TaskContext extends BaseContext {
  readonly tasks: ReturnType<typeof createTaskLoaders>;
  readonly wording: Wording;
}

/**
 * Loaders of one call. Only the directory function `keep_tasks` writes tasks, called by the triggers of all
 * subgraphs.
 */
export function createTaskLoaders({ rows, viewer, clock }: BaseContext) {
  const now = clock();
  /** A task is open only in its time; after that it has lapsed, though nothing was written. */
  const state = sql`(case when task.state = 'OPEN' and task.closes_at <= ${now} then 'LAPSED' else task.state end)`;
  const due = sql`coalesce(task.due_at, 'infinity'::timestamptz)`;
  const where = ({ nouns, states, dueBefore }: TaskFilter): RawBuilder<unknown> => {
    const all = [
      sql`task.opens_at <= ${now} and ${state} = any(${states ?? ["OPEN"]}::text[])`,
      ...(nouns == null ? [] : [sql`task.noun = any(${nouns}::text[])`]),
      ...(dueBefore == null ? [] : [sql`task.due_at < ${dueBefore}`]),
    ];
    return sql.join(all, sql` and `);
  };
  /** The stored states among which the wanted ones are. */
  const stored = ({ states }: TaskFilter): string[] => [
    ...new Set((states ?? ["OPEN"]).flatMap((one) => (one === "LAPSED" ? ["OPEN", one] : [one]))),
  ];
  const count = async (filter: TaskFilter): Promise<number> => {
    const { rows: found } = await sql<{ total: number }>`
      select count(*) as total from task
      where ${isToOneOf("task", awaitedOf(viewer, filter))} and state = any(${stored(filter)}::text[])
        and ${where(filter)}`.execute(rows);
    return found[0]?.total ?? 0;
  };
  return {
    /** Those due soonest first, those without a time last. */
    page: async (filter: TaskFilter, page: PageArgs): Promise<Page<TaskRow>> => {
      const size = pageSize(page);
      const after = page.after == null ? undefined : decodeCursor(LIST, page.after, 2);
      const isAfter = after
        ? sql`and (${due}, task.id) > (${after[0]}::text::timestamptz, ${after[1]}::text::uuid)`
        : sql``;
      // Of each addressee and state the first from the index: the cost does not grow with what was done before.
      const { rows: found } = await sql<TaskRow>`
        select found.* from (${ofEach(
          "task",
          awaitedOf(viewer, filter),
          (isToWhom) => sql`
          select item.* from unnest(${stored(filter)}::text[]) as kept(state) cross join lateral (
            select task.id, task.kind, task.noun, task.record_id, task.organization_id, task.committee_id, task.region_path,
              ${state} as state, task.due_at, task.created_at, task.facts,
              case when ${state} = 'OPEN' then null else coalesce(task.settled_at, task.closes_at) end as settled_at
            from task where ${isToWhom} and task.state = kept.state and ${where(filter)} ${isAfter}
            order by ${due}, task.id limit ${sql.lit(size + 1)}
          ) as item`,
        )}) as found order by coalesce(found.due_at, 'infinity'), found.id limit ${sql.lit(size + 1)}`.execute(
        rows,
      );
      return new Page<TaskRow>(
        { rows: found, size, after: page.after },
        ({ id, dueAt }) => encodeCursor(LIST, [dueAt?.toISOString() ?? "infinity", id]),
        () => count(filter),
      );
    },
  };
}
