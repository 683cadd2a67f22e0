import { execFile } from "node:child_process";
import { chmod, lstat, mkdir, readlink, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { findBinaries, program } from "./binaries.ts";
import { restoreLinks } from "./library-links.ts";
import { copyToSystemPlace } from "./system-copy.ts";
import { temporaryFolder } from "./temporary-folder.fixture.ts";

const asRoot = process.getuid?.() === 0;
const silent = (): void => undefined;

describe("PostgreSQL's binaries", () => {
  it("come with npm and run", async () => {
    const binaries = await findBinaries(undefined, silent);
    const { stdout } = await promisify(execFile)(program(binaries, "postgres"), ["--version"]);
    expect(stdout).toContain(`(PostgreSQL) ${binaries.version.split(".", 2).join(".")}`);
  });

  it("get back the links that an install without scripts leaves out", async () => {
    await using root = await temporaryFolder();
    const lib = join(root.path, "native", "lib");
    await mkdir(lib, { recursive: true });
    const links = [
      { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" },
      { source: "native/lib/libpq.so.5.18", target: "../outside.so" },
    ];
    await writeFile(join(root.path, "native", "pg-symlinks.json"), JSON.stringify(links));
    await restoreLinks(root.path, "the-package");
    await restoreLinks(root.path, "the-package");
    expect(await readlink(join(lib, "libpq.so.5"))).toBe("libpq.so.5.18");

    await rm(lib, { recursive: true });
    await expect(restoreLinks(root.path, "the-package")).rejects.toThrow(
      "run: npm rebuild the-package",
    );
  });

  it("are copied for root only where root alone can change them", async () => {
    await using folder = await temporaryFolder();
    const from = join(folder.path, "native");
    await mkdir(join(from, "bin"), { recursive: true, mode: 0o700 });
    await writeFile(join(from, "bin", "postgres"), "", { mode: 0o700 });
    const unsafe = join(folder.path, "unsafe");
    await mkdir(unsafe);
    await chmod(unsafe, 0o777);
    const safe = join(folder.path, "safe");
    const copying = copyToSystemPlace(from, "postgresql-1", silent, [unsafe, safe]);
    if (!asRoot) return expect(copying).rejects.toThrow("belongs to root");
    expect(await copying).toBe(join(safe, "postgresql-1"));
    expect((await lstat(join(safe, "postgresql-1", "bin", "postgres"))).mode & 0o777).toBe(0o755);
    expect(await copyToSystemPlace("/nonexistent", "postgresql-1", silent, [safe])).toBe(
      await copying,
    );
    await expect(copyToSystemPlace(from, "postgresql-1", silent, [unsafe])).rejects.toThrow(
      "set DATABASE_URL",
    );
  });
});
