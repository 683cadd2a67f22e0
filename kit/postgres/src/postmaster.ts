import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Account } from "./account.ts";
import { cannotRun, program, type Binaries } from "./binaries.ts";
import { ClusterError, messageOf } from "./cluster-error.ts";
import { launchOptions, nameForServer } from "./launch.ts";
import { clusterName } from "./orphan.ts";
import { readTrimmed } from "./private-file.ts";
import { openServerLog, type ServerLog } from "./server-log.ts";
import { settingArguments, type ServerSettings } from "./settings.ts";
import { stopProcess } from "./stop-process.ts";
import { watchOver } from "./watcher.ts";

/** After a crash, recovery may read much of the log before the server answers. */
const READY_WITHIN_MS = 120_000;

/** How a server ended. `expected` when it was asked to stop. */
export interface ServerExit {
  readonly expected: boolean;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running server; stopping it twice does no harm. */
export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<ServerExit>;
  stop(): Promise<void>;
}

/** What a server is started with. */
export interface ServerStart {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Real path of the data folder. */
  readonly folder: string;
  readonly logPath: string;
  readonly port: number;
  readonly settings: ServerSettings;
}

/** The server ended before it answered. `kind` says whether trying again may help. */
export class StartFault extends ClusterError {
  constructor(
    message: string,
    readonly kind: "port taken" | "still occupied" | "other",
  ) {
    super(message);
  }
}

/** Starts a server on a whole cluster and returns once it accepts connections. */
export async function startPostmaster(start: ServerStart): Promise<Postmaster> {
  const { account, binaries, folder, port, settings } = start;
  await using log = await openServerLog(start.logPath);
  const path = program(binaries, "postgres");
  const name = await nameForServer(folder, account);
  const args = ["-D", name, ...settingArguments(settings, port, await clusterName(folder))];
  const child = spawn(path, args, {
    ...launchOptions(folder, account),
    stdio: ["ignore", "ignore", log.fd],
    detached: true, // a Ctrl-C at the terminal is for the hub, which stops its server last
  });
  await once(child, "spawn").catch((error: unknown) => {
    throw cannotRun(path, messageOf(error));
  });
  if (child.pid === undefined) throw cannotRun(path, "it has no process number");
  const postmaster = supervise(child, child.pid, account);
  try {
    await untilReady(postmaster, start, log);
    return postmaster;
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

function supervise(child: ChildProcess, pid: number, account: Account | undefined): Postmaster {
  const watcher = watchOver(pid, account);
  let asked = false;
  const exited = new Promise<ServerExit>((resolve) => {
    child.once("exit", (code, signal) => {
      watcher[Symbol.dispose]();
      resolve({ expected: asked, code, signal });
    });
  });
  return {
    pid,
    exited,
    async stop() {
      asked = true;
      if (child.exitCode === null && child.signalCode === null) await stopProcess(pid);
      await exited;
    },
  };
}

/** As pg_ctl waits: the eighth line of postmaster.pid (miscadmin.h, LOCK_FILE_LINE_PM_STATUS) says that it may be asked. */
async function untilReady(
  postmaster: Postmaster,
  start: ServerStart,
  log: ServerLog,
): Promise<void> {
  let ended = false;
  void postmaster.exited.then(() => (ended = true));
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (ended) throw explain(await log.sinceStart(), start);
    const lines = (await readTrimmed(join(start.folder, "postmaster.pid")))?.split("\n") ?? [];
    if (Number(lines[0]) === postmaster.pid && /^(ready|standby)/.test(lines[7] ?? "")) return;
    if (performance.now() > deadline) {
      throw new StartFault(
        `PostgreSQL did not answer within ${READY_WITHIN_MS / 1000} s; see ${start.logPath}`,
        "other",
      );
    }
    await wait(20);
  }
}

function explain(said: string, start: ServerStart): ClusterError {
  if (said.includes("error while loading shared libraries")) {
    return cannotRun(program(start.binaries, "postgres"), said.trim());
  }
  const fault = /(?:FATAL|PANIC): +(.*)/.exec(said)?.[1] ?? said.trim().split("\n").at(-1) ?? "";
  const message = `PostgreSQL did not start in ${start.folder}: ${fault || "it gave no reason"}; see ${start.logPath}`;
  if (/could not create any TCP\/IP sockets/.test(said))
    return new StartFault(message, "port taken");
  if (/pre-existing shared memory block|lock file ".*" already exists/.test(said)) {
    return new StartFault(message, "still occupied");
  }
  return new StartFault(message, "other");
}
