import { type QueryExecutorProvider, sql } from "kysely";
import type { BaseContext } from "../subgraph/context.ts";
import { type Viewer, operates } from "@alliance-hub/sharing/viewer";
import type { Addressee, Notice } from "./notice-kind.ts";

/**
 * Leaves notices in the caller's transaction, so that they are there if and only if the change is. Nobody is told
 * of what they did themselves.
 *
 * @param by who makes the change; undefined for the hub's own work.
 */
export async function leaveNotices(
  { newId, viewer: by }: Pick<BaseContext, "newId"> & { readonly viewer?: Viewer | undefined },
  { rows, now }: { readonly rows: QueryExecutorProvider; readonly now: Date },
  notices: readonly Notice[],
): Promise<void> {
  const left = notices
    .filter(({ to }) => !by || !isOwn(by, to))
    .map(({ to, ...notice }) => ({ id: newId(), ...notice, ...columnsOf(to, by) }));
  if (left.length === 0) return;
  await sql`select directory.leave_notices(${JSON.stringify(left)}::jsonb, ${now})`.execute(rows);
}

/**
 * The addressee as the log has it. A place has several operators, of different levels: the others are told, and
 * whoever makes the change has read it.
 */
function columnsOf(to: Addressee, by: Viewer | undefined): object {
  if (!("operatorsOf" in to)) return to;
  const { operatorsOf: regionPath } = to;
  const isByOperator = by?.kind === "PERSON" && operates(by, regionPath);
  return { regionPath, readBy: isByOperator ? by.subject : null };
}

/** Whether somebody acts for the addressee themselves. */
function isOwn(viewer: Viewer, to: Addressee): boolean {
  if ("operatorsOf" in to) return false;
  if ("organizationId" in to) return viewer.organizationIds.includes(to.organizationId);
  if ("subject" in to) return viewer.subject === to.subject;
  // What a deputy does for the committee is told to it: the secretary is away.
  return viewer.roles.some(
    ({ role, committeeId }) => role === "SECRETARY" && committeeId === to.committeeId,
  );
}
