import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Packages that only benchmarks and comparisons start, and the programs on them. */
const FOLDER = new URL("../../../peers/", import.meta.url);
/** A digest of the installed lock file. It is deleted together with `node_modules`. */
const INSTALLED = new URL("node_modules/.installed", FOLDER);

/**
 * Installs the peers (`test/peers`), the first time and after a change of their lock file, and builds the
 * programs that start them.
 *
 * @throws Error if npm or the compiler fails, or the signal is aborted.
 */
export async function preparePeers(signal?: AbortSignal): Promise<void> {
  const lock = await readFile(new URL("package-lock.json", FOLDER));
  const wanted = createHash("sha256").update(lock).digest("hex");
  if ((await readFile(INSTALLED, "utf8").catch(() => "")) !== wanted) {
    console.log("Installing the peers that the hub is compared with, once: 1 GB in test/peers.");
    await rm(INSTALLED, { force: true });
    await npm(["ci"], signal);
    await writeFile(INSTALLED, wanted);
  }
  await npm(["run", "--silent", "build"], signal);
}

/** npm in the peers' folder, in the Node.js that runs this; it shows its progress where there is a terminal. */
async function npm(command: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  const script = process.env["npm_execpath"];
  const [program, args] = script ? [process.execPath, [script, ...command]] : ["npm", command];
  const child = spawn(program, args, {
    cwd: fileURLToPath(FOLDER),
    stdio: "inherit",
    ...(signal ? { signal } : {}),
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0)
    throw new Error(
      `npm ${command.join(" ")} in test/peers ended with ${code}; what it printed above says why.`,
    );
}
