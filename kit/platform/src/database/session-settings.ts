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
 * Takes the session settings out of a client's settings and turns them into one statement. PgBouncer and
 * similar poolers reject or silently ignore startup parameters such as `options`, and with it the role of a
 * subgraph.
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
  // The role comes last, so that settings that only the login may make are made by the login.
  const names = [...settings.keys()].toSorted(
    (a, b) => Number(a === "role") - Number(b === "role"),
  );
  const calls = names.map(
    (name) =>
      `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(settings.get(name) ?? "")}, false)`,
  );
  return { statement: calls.length === 0 ? undefined : `select ${calls.join(", ")}`, rest };
}
