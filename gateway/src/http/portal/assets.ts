import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The characters that the portal is written in: simplified and traditional. */
export type Script = "hans" | "hant";

/** What one of the two pages is made of, by hashed names. */
export interface PortalAssets {
  /** Runs before the page is drawn. */
  readonly early: string;
  readonly script: string;
  readonly styles: readonly string[];
  /** Scripts that the first one needs at once. */
  readonly preload: readonly string[];
  readonly routes: readonly PortalRoute[];
}

/** What a page needs beside that. */
export interface PortalRoute {
  /** Its address; a part that begins with `$` stands for any. */
  readonly path: string;
  /** What it is called; undefined for the page of one record. */
  readonly name?: string;
  readonly preload: readonly string[];
}

const built = new URL("../../../../web/portal/dist/", import.meta.url);

/** The folders that are served below `/assets/`. */
export const ASSET_FOLDERS = (["hans", "hant"] as const).map((script) =>
  fileURLToPath(new URL(`${script}/`, built)),
);

/**
 * Reads what `web/portal/build.ts` left behind.
 *
 * @throws when the portal has not been built, saying how to build it.
 */
export async function readPortalAssets(): Promise<Readonly<Record<Script, PortalAssets>>> {
  const list = await readFile(new URL("assets.json", built), "utf8").catch((cause: unknown) => {
    const way = "run `npm run build -w web/portal` first";
    throw new Error(`The portal is not built: ${way}.`, { cause });
  });
  return JSON.parse(list) as Record<Script, PortalAssets>;
}
