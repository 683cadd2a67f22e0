import { DatabaseError } from "pg";
import { HubError } from "./hub-error.ts";

/** What is known of the work that was to be done. */
export type Outcome = "CHANGED" | "UNCHANGED" | "UNKNOWN";

/** Why the database did not do what was asked. */
export interface Away {
  /** What the database did, in words that follow "The database". */
  readonly fault: string;
  /** Of a change: whether it happened. Left out: nothing was to be changed. */
  readonly outcome?: Outcome;
}

/**
 * The database is away, for whatever reason that lies in it or on the way to it: nothing is wrong with
 * what was asked. MikroORM copies own properties into errors of its own, so a property says so, not the class.
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
 * SQLSTATEs that say something of the server, not of the statement: by code, or by class.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const STATES: ReadonlyMap<string, string> = new Map([
  ["08", "broke off the connection"],
  ["25006", "takes no changes now, as a standby does"],
  ["25P03", "ended a transaction that had been idle for too long"],
  ["25P04", "ended a transaction that took too long"],
  ["28", "does not let the hub in"],
  ["3D000", "is not there"],
  ["53", "has no connections, memory or space left"],
  ["57014", "took longer for a statement than it may"],
  ["57P01", "is shutting down, or an administrator ended the connection"],
  ["57P02", "ended because of a crash"],
  ["57P03", "is starting or stopping"],
  ["57P04", "is not there any more"],
  ["57P05", "ended an idle connection"],
  ["58", "has a fault of its system"],
]);

/** SQLSTATEs after which the connection is of no use, even where the statement alone had failed. */
const LAST_WORDS = /^(08|57P|25P03|25P04|25006)/;

/** What an error of the server says of the server itself; undefined where it is about the statement. */
export function serverFault(error: unknown): string | undefined {
  const code = sqlState(error);
  return code === undefined ? undefined : (STATES.get(code) ?? STATES.get(code.slice(0, 2)));
}

/** Whether nothing more can be asked on a connection that answered so. */
export function isLastWord(error: unknown): boolean {
  return LAST_WORDS.test(sqlState(error) ?? "");
}

/** The SQLSTATE of an answer of the server. Errors of sockets have codes as well, of another form. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** That the database was away, if that is what is below an error. */
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

/** What a client can do about a change that failed, by what is known of it. */
export const WAYS_OUT: Readonly<Record<Outcome, string>> = {
  CHANGED: "The change was made; only its answer could not be read. Read the record in a moment.",
  UNCHANGED: "Nothing was changed; send the request again in a moment.",
  UNKNOWN:
    "It is not known whether the change happened. If you sent an idempotencyKey, send the same request with the same key again: the change is made once, and you get its answer. If not, read the record first.",
};

/** `SUBGRAPH_UNAVAILABLE`, saying what is known of a change and how it can be repeated. */
export function databaseUnavailable({ fault, outcome }: Away): HubError {
  return new HubError(
    "SUBGRAPH_UNAVAILABLE",
    `The database ${fault}. ${outcome === undefined ? "Try again in a moment." : WAYS_OUT[outcome]}`,
    outcome === undefined ? {} : { outcome },
  );
}
