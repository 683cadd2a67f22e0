import { LOOPBACK } from "./port.ts";

/** PostgreSQL settings by name, as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

/** For a hub with many short statements: compiling them (`jit`) costs more than it saves. */
const USUAL: ServerSettings = {
  max_connections: "200",
  shared_buffers: "128MB",
  synchronous_commit: "on",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %q%u@%d ",
  // A rejected statement and the conflicting key contain texts of records, which are never logged.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * Arguments for `postgres`: the usual settings, overridden by the caller's, and settings that nobody may
 * change.
 */
export function settingArguments(own: ServerSettings, port: number, name: string): string[] {
  const fixed: ServerSettings = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    logging_collector: "off",
    log_destination: "stderr",
    cluster_name: name,
  };
  return Object.entries({ ...USUAL, ...own, ...fixed }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
}
