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
  /** The hub's data folder; it is created if it does not exist. */
  readonly directory: string;
  /** Called with a line for anything unusual: a first start, an orphan. Default: nothing. */
  readonly log?: (line: string) => void;
  /** PostgreSQL settings over the usual ones, such as `{ fsync: "off" }` for a test. Default: none. */
  readonly settings?: ServerSettings;
  /** The only port to listen on. Default: the port of the last start, otherwise any free port. */
  readonly port?: number;
  /**
   * Pauses before a server that ended unexpectedly is started again on the same port, in milliseconds; one for
   * each attempt. Default: it is not started again.
   */
  readonly restartPausesMs?: readonly number[];
}

/** The hub's own PostgreSQL, running. Disposing of it stops it. */
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
  /** Drops a database and ends the sessions in it; no error if it does not exist. */
  dropDatabase(name: string): Promise<void>;
  /** Ends sessions, writes everything to disk, stops the server and releases the data folder. */
  stop(): Promise<void>;
}

/**
 * Starts the hub's own PostgreSQL, from npm's binaries, on the cluster in `<directory>/postgres`, made on the
 * first start. It listens on the loopback address only and asks everyone for a password. Besides the cluster
 * the folder gets `hub.lock` (which process uses it), `postgres.password`, `postgres.port` and `postgres.log`.
 *
 * A server that a killed hub left running is stopped and started again; nothing committed is lost. If root
 * starts the hub, the server runs under an account without rights, see `chooseAccount`.
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

/**
 * Error codes of a folder that cannot be used: it belongs to somebody else, is read-only or full, or is a file.
 */
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
