import { Client, escapeIdentifier } from "pg";
import { ClusterError, codeOf } from "./cluster-error.ts";

/** Creates a database, from a template where one is named. See `Cluster.createDatabase`. */
export async function createDatabase(
  adminUrl: string,
  name: string,
  template = "template1",
): Promise<void> {
  requireName(name);
  try {
    await run(
      adminUrl,
      `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`,
    );
  } catch (error) {
    throw explain(error, name, template);
  }
}

/** Drops a database with all its sessions; no error if it does not exist. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  requireName(name);
  await run(adminUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}

/** Signs in once, to know that the password is that of the cluster. */
export async function tryLogin(adminUrl: string, passwordFile: string): Promise<void> {
  try {
    await run(adminUrl, "SELECT 1");
  } catch (error) {
    if (codeOf(error) !== "28P01") throw error; // invalid_password
    throw new ClusterError(
      `the password in ${passwordFile} is not that of the database cluster beside it; restore the right file, ` +
        "or move the folder postgres away to start with an empty database",
    );
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 30_000 });
  client.on("error", () => undefined); // the statement's own promise tells
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** PostgreSQL silently truncates longer names, and two names could become equal. */
function requireName(name: string): void {
  const bytes = Buffer.byteLength(name);
  if (bytes > 0 && bytes <= 63 && !name.includes("\0")) return;
  throw new ClusterError(
    `"${name}" cannot name a database: a name has 1 to 63 bytes, this one ${bytes}`,
  );
}

/** SQLSTATEs: PostgreSQL, Appendix A. */
function explain(error: unknown, name: string, template: string): unknown {
  switch (codeOf(error)) {
    case "42P04":
      return new ClusterError(
        `a database "${name}" exists already; drop it first or choose another name`,
      );
    case "3D000":
      return new ClusterError(`there is no database "${template}" to make "${name}" from`);
    case "55006":
      return new ClusterError(
        `"${name}" cannot be made from "${template}" while others are connected to that; close their connections`,
      );
    default:
      return error;
  }
}
