import { join } from "node:path";
import { ClusterError } from "./cluster-error.ts";
import { tryLogin } from "./databases.ts";
import { SUPERUSER } from "./initialize.ts";
import { LOOPBACK, recallPort } from "./port.ts";
import { readTrimmed } from "./private-file.ts";

/** Addresses of a cluster's databases for the superuser `hub`, with the password in them, by their names. */
export const addresses =
  (password: string, port: number) =>
  (database: string): string =>
    `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/${encodeURIComponent(database)}`;

/**
 * The cluster of a data folder that another process of the hub is running, for whoever may read the folder.
 *
 * @returns the address of one of its databases, by its name.
 * @throws ClusterError if it does not answer, such as while it starts.
 */
export async function joinCluster(directory: string): Promise<(database: string) => string> {
  const passwordFile = join(directory, "postgres.password");
  const password = await readTrimmed(passwordFile);
  const port = await recallPort(join(directory, "postgres.port"));
  try {
    if (!password || port === undefined) throw new Error("it has never been started");
    const url = addresses(password, port);
    await tryLogin(url("postgres"), passwordFile);
    return url;
  } catch (error) {
    if (error instanceof ClusterError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new ClusterError(
      `the hub that uses the data folder ${directory} does not give access to its database (${why}); ` +
        "try again in a moment, or stop it",
    );
  }
}
