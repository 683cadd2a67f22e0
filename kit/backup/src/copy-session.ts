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

/** A connection for copying that takes as long as it takes. Disposing of it ends it, whatever is under way. */
export class CopySession extends DatabaseClient implements AsyncDisposable {
  /** Whether all that was begun has come to its end. */
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
    // The statement under way says so, too.
    session.on("error", () => undefined);
    await session.connect();
    return session;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A server in the middle of sending rows does not hear a polite goodbye.
    if (!this.isDone) this.connection.stream.destroy();
    await this.end();
  }
}
