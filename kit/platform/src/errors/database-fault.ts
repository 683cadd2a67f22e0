import { OptimisticLockError } from "@mikro-orm/core";
import { type Outcome, awayIn, databaseUnavailable } from "./database-away.ts";
import { HubError, badInput, conflict } from "./hub-error.ts";

/** Constraint name → what a violation of it means to a caller. */
export type ConstraintFaults = Readonly<Record<string, () => HubError>>;

interface PostgresFault {
  readonly code: string;
  readonly constraint?: string;
}

/** Values that PostgreSQL cannot read: invalid text representation, datetime format, character. */
const MALFORMED = new Set(["22P02", "22007", "22021"]);

/** The driver's error inside MikroORM's wrapping, if there is one. SQLSTATEs: PostgreSQL, Appendix A. */
function postgresFault(error: unknown): PostgresFault | undefined {
  for (
    let cause: unknown = error;
    typeof cause === "object" && cause !== null;
    cause = Reflect.get(cause, "cause")
  ) {
    const code: unknown = Reflect.get(cause, "code");
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) {
      const constraint: unknown = Reflect.get(cause, "constraint");
      return typeof constraint === "string" ? { code, constraint } : { code };
    }
  }
  return undefined;
}

/** Whether PostgreSQL has ended a transaction because it and others waited for each other (`deadlock_detected`). */
export const isDeadlock = (error: unknown): boolean => postgresFault(error)?.code === "40P01";

/**
 * Translates errors of the database into errors of the catalogue. The caller's table translates named
 * constraints. A stale version, a deadlock or a lock that somebody else holds becomes `CONFLICT`. An
 * unavailable database becomes `SUBGRAPH_UNAVAILABLE`. Any other error is returned unchanged.
 *
 * @param outcome what is known about a change if the error does not say it. Leave it out if nothing was to be
 * changed.
 */
export function translateDatabaseFault(
  error: unknown,
  constraints: ConstraintFaults,
  outcome?: Outcome,
): unknown {
  if (error instanceof HubError) return error;
  if (error instanceof OptimisticLockError) {
    return conflict({
      zh: "别人刚刚更改过此记录。请刷新后重新办理。",
      en: "Somebody else has changed the record in the meantime. Read it again and repeat the step.",
    });
  }
  const away = awayIn(error);
  if (away) return databaseUnavailable(outcome === undefined ? away : { outcome, ...away });
  const fault = postgresFault(error);
  if (!fault) return error;
  if (fault.constraint === "organization_active") {
    return conflict({
      zh: "该单位刚刚终止，或已并入其他单位。请刷新后重新选择单位。",
      en: "The organisation has just ended, or was merged into another one. Read it again with organization(id:), and name the organisation that it leads to.",
    });
  }
  const known = fault.constraint === undefined ? undefined : constraints[fault.constraint];
  if (known) return known();
  if (fault.code === "40001" || fault.code === "40P01") {
    return conflict({
      zh: "别人同时更改了同样的记录。请再提交一次。",
      en: "Somebody else changed the same records at the same moment. Send the request again.",
    });
  }
  if (fault.code === "55P03") {
    return conflict({
      zh: "别人正在更改同一记录，尚未完成。您的请求没有更改任何内容，请稍后再提交。",
      en: "Somebody else is changing the same record and has not finished. Your request changed nothing; send the request again in a moment.",
    });
  }
  if (MALFORMED.has(fault.code)) {
    return badInput("input", {
      zh: "请求中有一个值的写法不对：编号、日期、游标，或含有空字符的文字。请改正。",
      en: "A value in the request does not have the form it needs: an id, a day, a cursor, or a text with a NUL character. Correct it.",
    });
  }
  if (fault.code === "22003" || fault.code === "22008") {
    return badInput("input", {
      zh: "输入中有一个数或日期太大，无法保存。请改小。",
      en: "A number or a date in the input is too large to store. Use a smaller one.",
    });
  }
  return error;
}
