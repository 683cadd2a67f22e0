import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { chooseAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { ClusterError, codeOf, messageOf } from "./cluster-error.ts";
import { createDatabase, dropDatabase, tryLogin } from "./databases.ts";
import { lockFolder } from "./folder-lock.ts";
import { initialize } from "./initialize.ts";
import { addresses } from "./join.ts";
import { keepRunning } from "./keep-running.ts";
import { readOrMakePassword } from "./password.ts";
import { rememberPort } from "./port.ts";
import { isCluster } from "./existing-cluster.ts";
import type { ServerExit } from "./postmaster.ts";
import type { ServerSettings } from "./settings.ts";
import { startServer } from "./start-server.ts";

/** See `createCluster`. */
export interface ClusterOptions {
  /** The hub's data folder; made when it is not there. */
  readonly directory: string;
  /** Told, a line at a time, what is out of the ordinary: a first start, an orphan. Default: nobody. */
  readonly log?: (line: string) => void;
  /** PostgreSQL settings over the usual ones, such as `{ fsync: "off" }` for a test. Default: none. */
  readonly settings?: ServerSettings;
  /** Port to listen on and no other. Default: that of the last start, or else any that is free. */
  readonly port?: number;
  /**
   * Pauses before a server that ended by itself is started again on the same port, in milliseconds;
   * one for each attempt. Default: it is not started again.
   */
  readonly restartPausesMs?: readonly number[];
}

/** The hub's own PostgreSQL, running. Disposing it is stopping it. */
export interface Cluster extends AsyncDisposable {
  /** Address of the database `postgres` for the superuser `hub`, with the password in it. */
  readonly adminUrl: string;
  readonly port: number;
  /** Resolves when the server has ended for good, by `stop` or otherwise (`expected: false`); never rejects. */
  readonly exited: Promise<ServerExit>;
  /** Address of any database for the superuser. */
  url(database: string): string;
  /** Creates a database as a copy of `template`, to which nobody may be connected. Default: an empty one. */
  createDatabase(name: string, template?: string): Promise<void>;
  /** Drops a database, ending the sessions in it; one that does not exist is no fault. */
  dropDatabase(name: string): Promise<void>;
  /** Ends sessions, writes everything out, stops the server and lets the data folder go. */
  stop(): Promise<void>;
}

/**
 * Starts the hub's own PostgreSQL, from npm's binaries, on the cluster in `<directory>/postgres`,
 * made on the first start. It listens on the loopback address only and asks everyone for a
 * password. Besides the cluster the folder gets `hub.lock` (which process uses it),
 * `postgres.password`, `postgres.port` and `postgres.log`.
 *
 * A server that a killed hub left running is stopped and started anew; nothing committed is lost.
 * A hub started by root runs it as an account without rights, see `chooseAccount`.
 *
 * @throws ClusterError with the value, the rule and the way out
 */
export async function createCluster(options: ClusterOptions): Promise<Cluster> {
  if (process.platform === "win32") {
    throw new ClusterError(
      "the hub starts its own PostgreSQL on Linux and macOS only; on Windows run it in WSL or set DATABASE_URL",
    );
  }
  try {
    await mkdir(options.directory, { recursive: true, mode: 0o711 });
    return await open(await realpath(options.directory), options);
  } catch (error) {
    if (error instanceof ClusterError || !FOLDER_FAULTS.has(codeOf(error) ?? "")) throw error;
    throw new ClusterError(
      `the data folder ${options.directory} cannot be used (${messageOf(error)}); ` +
        "make room or give the hub's user the right to write there, or set HUB_DATA_DIR to another folder",
    );
  }
}

/** What the system says of a folder that is not for us: not ours, read-only, full, a file in its place. */
const FOLDER_FAULTS = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "ENOTDIR",
  "EEXIST",
]);

async function open(directory: string, options: ClusterOptions): Promise<Cluster> {
  const log = options.log ?? (() => undefined);
  await using held = new AsyncDisposableStack();
  held.use(await lockFolder(directory));

  const folder = join(directory, "postgres");
  const passwordFile = join(directory, "postgres.password");
  const account = await chooseAccount(folder);
  const binaries = await findBinaries(account, log);
  const exists = await isCluster(folder, account, binaries);
  const password = await readOrMakePassword(passwordFile, exists);
  const settings = options.settings ?? {};
  if (!exists) {
    log(`making a database cluster in ${folder}`);
    await initialize(folder, { binaries, account, password, durable: settings["fsync"] !== "off" });
  }

  const logPath = join(directory, "postgres.log");
  const portFile = join(directory, "postgres.port");
  const start = { binaries, account, folder, logPath, settings, log };
  const { postmaster, port } = await startServer(start, options.port, portFile);
  const server = keepRunning(postmaster, {
    startAgain: async () => (await startServer(start, port, portFile)).postmaster,
    pausesMs: options.restartPausesMs ?? [],
    log,
  });
  held.defer(() => server.stop());
  const url = addresses(password, port);
  const adminUrl = url("postgres");
  await tryLogin(adminUrl, passwordFile);
  await rememberPort(portFile, port);

  const kept = held.move();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= kept.disposeAsync());
  return {
    adminUrl,
    port,
    exited: server.exited,
    url,
    createDatabase: (name, template) => createDatabase(adminUrl, name, template),
    dropDatabase: (name) => dropDatabase(adminUrl, name),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
