import { spawn, type StdioOptions } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chown, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Account } from "./account.ts";
import { cannotRun, program, type Binaries } from "./binaries.ts";
import { ClusterError, messageOf } from "./cluster-error.ts";
import { launchOptions, nameForServer } from "./launch.ts";
import { syncFolder } from "./private-file.ts";

/** The superuser that owns the cluster. */
export const SUPERUSER = "hub";

/** What a new cluster is made from. */
export interface ClusterSeed {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
  /** Whether to wait until the files are on the disk; false only for tests. */
  readonly durable: boolean;
}

/**
 * Texts sort by code point, with Unicode's rules for upper and lower case built into PostgreSQL, so
 * no list changes its order when the system below is upgraded. `lc-ctype` must nevertheless know
 * UTF-8: under plain C, pg_trgm takes no Chinese character for a letter and finds nothing. Not every
 * system has the first name.
 */
const LOCALES = ["C.UTF-8", "en_US.UTF-8"].map((ctype) => [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  `--lc-ctype=${ctype}`,
]);

/**
 * Makes a new cluster at `folder`. It is made under another name and renamed when it is complete, so `folder`
 * never contains half a cluster. Remains of killed starts are removed.
 */
export async function initialize(folder: string, seed: ClusterSeed): Promise<void> {
  const parent = dirname(folder);
  const prefix = `${basename(folder)}.init-`;
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(prefix)) await discard(join(parent, entry));
  }
  const draft = join(parent, `${prefix}${randomUUID()}`);
  try {
    await makeCluster(draft, seed);
    await rename(draft, folder);
    if (seed.durable) await syncFolder(parent);
  } finally {
    await discard(draft);
  }
}

async function makeCluster(draft: string, seed: ClusterSeed): Promise<void> {
  for (const [attempt, locale] of LOCALES.entries()) {
    await mkdir(draft, { mode: 0o700 });
    if (seed.account) await give(draft, seed.account);
    const fault = await runInitdb(draft, locale, seed);
    if (fault === undefined) return;
    if (!fault.includes("invalid locale name") || attempt === LOCALES.length - 1) {
      throw new ClusterError(
        `PostgreSQL could not make a database cluster beside ${draft}: ${fault}`,
      );
    }
    await discard(draft);
  }
}

/** In a container that knows only one user, root cannot change the owner of a file. */
async function give(path: string, account: Account): Promise<void> {
  try {
    await chown(path, account.uid, account.gid);
  } catch (error) {
    throw new ClusterError(
      `PostgreSQL must not run as root, and the hub, which does, may not give ${path} to user ${account.uid} ` +
        `(${messageOf(error)}); start the hub as an ordinary user, or set DATABASE_URL`,
    );
  }
}

/** What initdb complained of; undefined when all went well. */
async function runInitdb(
  draft: string,
  locale: string[],
  seed: ClusterSeed,
): Promise<string | undefined> {
  const { account, binaries, durable, password } = seed;
  // The password is passed through an open file without a name, which only the account can read.
  const secret = `${draft}.secret`;
  await using file = await open(secret, "wx+", 0o600);
  await rm(secret);
  if (account) await file.chown(account.uid, account.gid);
  await file.write(password, 0); // at a position, which leaves the file's own at its beginning
  const path = program(binaries, "initdb");
  const args = [
    `--pgdata=${await nameForServer(draft, account)}`,
    `--username=${SUPERUSER}`,
    "--auth=scram-sha-256",
    "--pwfile=/dev/fd/3",
    "--no-instructions",
    ...locale,
    ...(durable ? [] : ["--no-sync"]),
  ];
  const stdio: StdioOptions = ["ignore", "ignore", "pipe", file.fd];
  const child = spawn(path, args, { ...launchOptions(draft, account), stdio });
  const said = child.stderr ? text(child.stderr) : Promise.resolve("");
  const code: unknown = await once(child, "close").then(
    ([exit]: unknown[]) => exit,
    (error: unknown) => {
      throw cannotRun(path, messageOf(error));
    },
  );
  if (code === 0) return undefined;
  const fault = (await said).trim().replaceAll("\n", "; ") || `exit code ${String(code)}`;
  if (code === 127 || fault.includes("shared libraries")) throw cannotRun(path, fault);
  return fault;
}

/** initdb, when orphaned, may still be writing for a moment. */
async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
