import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";

const SCOPE = "@alliance-hub/";

/** A workspace of the repository, as the watch mode needs it. */
export interface Workspace {
  /** Such as `members`: also the name of its project in Jest. */
  readonly name: string;
  readonly folder: string;
  /** Names of the workspaces that it imports from. */
  readonly dependencies: readonly string[];
}

/** What a `package.json` says of workspaces. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * A workspace and then everything that it imports, directly or indirectly.
 *
 * @param root of the repository.
 * @throws Error for a name that no workspace has.
 */
export function readWorkspaces(root: string, name: string): readonly Workspace[] {
  const found = new Map<string, Workspace>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    const workspace = readWorkspace(root, next);
    found.set(next, workspace);
    open.push(...workspace.dependencies);
  }
  return [...found.values()];
}

function readWorkspace(root: string, name: string): Workspace {
  const link = join(root, "node_modules", SCOPE, name);
  if (!existsSync(link))
    throw new Error(
      `There is no workspace "${name}". Start the watch mode with npm run dev -w @alliance-hub/NAME.`,
    );
  const folder = realpathSync(link);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((dependency) => dependency.startsWith(SCOPE))
    .map((dependency) => basename(dependency));
  return { name, folder, dependencies };
}

/**
 * The file that the build makes of a source: `src/x.ts` becomes `dist/x.js`, and in a workspace without `src`,
 * `x.ts` becomes `dist/x.js`. Undefined for a file that is not a source of a program, such as a migration.
 */
export function builtFile(
  { folder }: Pick<Workspace, "folder">,
  source: string,
): string | undefined {
  const path = /^(.*)\.tsx?$/.exec(relative(folder, source))?.[1];
  if (path === undefined || path.startsWith("..")) return undefined;
  const parts = path.split(sep);
  return `${join(folder, "dist", ...(parts[0] === "src" ? parts.slice(1) : parts))}.js`;
}
