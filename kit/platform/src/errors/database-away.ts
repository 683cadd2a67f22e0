import { DatabaseError } from "pg";
import type { Words } from "../words/words.ts";
import { HubError } from "./hub-error.ts";

/** What is known about the work that was requested. */
export type Outcome = "CHANGED" | "UNCHANGED" | "UNKNOWN";

/** Why the database did not do what it was asked to do. */
export interface Away {
  /** What the database did, in words that follow "The database". */
  readonly fault: string;
  /** For a change: whether it was made. Left out if nothing was to be changed. */
  readonly outcome?: Outcome;
}

/**
 * The database is unavailable, for a reason in the database or on the way to it. The request itself is not
 * wrong. MikroORM copies own properties into its own errors, so a property marks this error, not its class.
 */
export class DatabaseAway extends Error {
  readonly databaseAway: Away;

  constructor(away: Away, cause?: unknown) {
    super(`The database ${away.fault}`, { cause });
    this.name = "DatabaseAway";
    this.databaseAway = away;
  }
}

/**
 * SQLSTATEs about the server, not about the statement: by code, or by class.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const STATES: ReadonlyMap<string, string> = new Map([
  ["08", "broke off the connection"],
  ["25006", "accepts no changes now, like a standby"],
  ["25P03", "ended a transaction that had been idle for too long"],
  ["25P04", "ended a transaction that took too long"],
  ["28", "rejects the hub's login"],
  ["3D000", "does not exist"],
  ["53", "has no connections, memory or space left"],
  ["57014", "took too long for a statement"],
  ["57P01", "is shutting down, or an administrator ended the connection"],
  ["57P02", "has crashed"],
  ["57P03", "is starting or stopping"],
  ["57P04", "no longer exists"],
  ["57P05", "ended an idle connection"],
  ["58", "has a system error"],
]);

/** SQLSTATEs after which the connection cannot be used any more, even if only the statement failed. */
const LAST_WORDS = /^(08|57P|25P03|25P04|25006)/;

/** What an error of the server says about the server itself; undefined if it is about the statement. */
export function serverFault(error: unknown): string | undefined {
  const code = sqlState(error);
  return code === undefined ? undefined : (STATES.get(code) ?? STATES.get(code.slice(0, 2)));
}

/** Whether a connection cannot be used any more after this answer. */
export function isLastWord(error: unknown): boolean {
  return LAST_WORDS.test(sqlState(error) ?? "");
}

/** The SQLSTATE of an answer of the server. Socket errors also have codes, in another form. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** The fault of an unavailable database, if that is the cause of an error. */
export function awayIn(error: unknown): Away | undefined {
  for (
    let cause: unknown = error;
    typeof cause === "object" && cause !== null;
    cause = Reflect.get(cause, "cause")
  ) {
    if ("databaseAway" in cause) return cause.databaseAway as Away;
    const fault = serverFault(cause);
    if (fault !== undefined) return { fault };
  }
  return undefined;
}

/** What a client can do about a failed change, depending on what is known about it. */
export const WAYS_OUT: Readonly<Record<Outcome, Words>> = {
  CHANGED: {
    zh: "更改已经生效，只是未能读出结果。请稍后查看该记录。",
    en: "The change was made; only its answer could not be read. Read the record in a moment.",
  },
  UNCHANGED: {
    zh: "没有作任何更改，请稍后再提交。",
    en: "Nothing was changed; send the request again in a moment.",
  },
  UNKNOWN: {
    zh: "不能确定更改是否已经生效。若带有幂等键，请以同一个键重新提交：只会办理一次，并得到其结果；若没有，请先查看该记录。",
    en: "The hub does not know whether the change was made. If you sent an idempotencyKey, send the same request with the same key again: the change is made once, and you get its answer. If not, read the record first.",
  },
};

const READ_AGAIN: Words = { zh: "请稍后再试。", en: "Try again in a moment." };

/** `SUBGRAPH_UNAVAILABLE`. It says what is known about a change and how to repeat it. */
export function databaseUnavailable({ fault, outcome }: Away): HubError {
  const way = outcome === undefined ? READ_AGAIN : WAYS_OUT[outcome];
  return new HubError(
    "SUBGRAPH_UNAVAILABLE",
    { zh: `数据库暂不可用。${way.zh}`, en: `The database ${fault}. ${way.en}` },
    outcome === undefined ? {} : { outcome },
  );
}
