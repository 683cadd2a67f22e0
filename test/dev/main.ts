import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toldToStop } from "@alliance-hub/platform/process/told-to-stop";
import { type Changes, watchFolders } from "./changes.ts";
import { type Workspace, builtFile, readWorkspaces } from "./workspace.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const JEST = "node_modules/jest/bin/jest.js";

/** Runs a program in the root of the repository, with this terminal. @returns whether it succeeded. */
function run(program: string, args: readonly string[]): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(program, args, { cwd: ROOT, stdio: "inherit" });
  child.on("error", (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    resolve(false);
  });
  child.on("exit", (code) => resolve(code === 0));
  return promise;
}

/**
 * Tests of one workspace: those that import the changed files, or all if a change is not a program.
 *
 * @returns whether they pass.
 */
async function test(
  workspace: Workspace,
  files: readonly string[],
  known: readonly Workspace[],
): Promise<boolean> {
  const built = files.map((file) => {
    const owner = known.find(({ folder }) => file.startsWith(join(folder, "/")));
    return owner && builtFile(owner, file);
  });
  const programs = built.filter((file) => file !== undefined).filter((file) => existsSync(file));
  const isAll = programs.length < files.length;
  const related = isAll ? [] : ["--findRelatedTests", ...programs];
  return await run(process.execPath, [
    JEST,
    "--passWithNoTests",
    "--selectProjects",
    workspace.name,
    ...related,
  ]);
}

async function work(changes: Changes, known: readonly Workspace[]): Promise<never> {
  const [workspace] = known;
  if (!workspace) throw new Error("There is nothing to watch.");
  // Failed tests run again after the next change, wherever that is.
  const open = new Set<string>();
  for (;;) {
    console.log(`Watching ${known.map(({ name }) => name).join(", ")}. Ctrl+C ends it.`);
    for (const file of await changes.next()) open.add(file);
    const isGood =
      (await run("npm", [
        "run",
        "-s",
        "build",
        "--",
        `--filter=@alliance-hub/${workspace.name}`,
      ])) && (await test(workspace, [...open], known));
    if (isGood) open.clear();
  }
}

const name = process.argv[2];
if (name === undefined) {
  console.error("Usage: npm run dev -w @alliance-hub/NAME, such as @alliance-hub/members");
  process.exit(1);
}
const known = readWorkspaces(ROOT, name);
using changes = watchFolders(known.map(({ folder }) => folder));
const working = work(changes, known);
await Promise.race([working, toldToStop()]);
process.exit(0);
