import { DatabaseClient } from "@alliance-hub/platform/database/client";

/** How values are written and read as text: the same wherever a backup is made, checked or restored. */
const TEXT_FORM = {
  datestyle: "ISO",
  intervalstyle: "postgres",
  bytea_output: "hex",
  extra_float_digits: "1",
  timezone: "UTC",
  client_encoding: "UTF8",
  // Names in definitions come with their schemas.
  search_path: "pg_catalog",
  statement_timeout: "0",
  lock_timeout: "0",
  idle_in_transaction_session_timeout: "0",
} as const;

/** A connection for copying, without time limits. Disposing of it ends it, whatever is in progress. */
export class CopySession extends DatabaseClient implements AsyncDisposable {
  /** Whether everything that was begun has ended. */
  isDone = false;

  static async open(url: string, name: string): Promise<CopySession> {
    const options = Object.entries(TEXT_FORM)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(" ");
    const session = new CopySession({
      connectionString: url,
      application_name: `alliance-hub ${name}`,
      keepAlive: true,
      options,
    });
    // The current statement reports the same.
    session.on("error", () => undefined);
    await session.connect();
    return session;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A server that is sending rows does not read a polite goodbye.
    if (!this.isDone) this.connection.stream.destroy();
    await this.end();
  }
}
