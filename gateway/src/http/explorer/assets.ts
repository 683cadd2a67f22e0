import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** What `web/explorer/build.ts` left behind: where, and under which hashed names. */
export interface ExplorerAssets {
  /** Absolute path of the folder that is served below `/explorer/`. */
  folder: string;
  script: string;
  style: string;
  /** Monaco's background scripts, by the label it asks for them with. */
  workers: { editor: string; json: string; graphql: string };
}

const built = new URL("../../../../web/explorer/dist/", import.meta.url);

/**
 * Reads the list of built files. It stands beside the served folder, not in it.
 *
 * @throws when the page has not been built, saying how to build it.
 */
export async function readAssets(): Promise<ExplorerAssets> {
  const list = await readFile(new URL("assets.json", built), "utf8").catch((cause: unknown) => {
    const way = "run `npm run build -w web/explorer` first";
    throw new Error(`The explorer's page is not built: ${way}.`, { cause });
  });
  const names = JSON.parse(list) as Omit<ExplorerAssets, "folder">;
  return { ...names, folder: fileURLToPath(new URL("assets/", built)) };
}
