import pg from "pg";

/** Settings of a client that `pg` would send when the connection is opened. */
const TIMEOUTS = [
  "statement_timeout",
  "lock_timeout",
  "idle_in_transaction_session_timeout",
] as const;

/** `-c name=value`, with a backslash before a space or a backslash of the value. */
const OPTION = /-c\s*([\w.]+)=((?:\\.|[^\s\\])*)/g;

/**
 * Takes out of a client's settings what is set for the session, and makes one statement of it:
 * PgBouncer and its like refuse, or silently ignore, startup parameters such as `options`, and
 * with it the role that a subgraph works as.
 */
export function sessionSettings(config: pg.ClientConfig): {
  readonly statement: string | undefined;
  readonly rest: pg.ClientConfig;
} {
  const { options = "", ...rest } = config;
  const settings = new Map<string, string>();
  for (const name of TIMEOUTS) {
    const value = rest[name];
    if (value !== undefined && value !== false) settings.set(name, String(value));
    delete rest[name];
  }
  for (const [, name = "", value = ""] of options.matchAll(OPTION))
    settings.set(name, value.replaceAll(/\\(.)/g, "$1"));
  // The role comes last: what only the login may set is set by it.
  const names = [...settings.keys()].toSorted(
    (a, b) => Number(a === "role") - Number(b === "role"),
  );
  const calls = names.map(
    (name) =>
      `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(settings.get(name) ?? "")}, false)`,
  );
  return { statement: calls.length === 0 ? undefined : `select ${calls.join(", ")}`, rest };
}
