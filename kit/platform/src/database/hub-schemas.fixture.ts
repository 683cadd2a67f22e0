import { fileURLToPath } from "node:url";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { migrateSchema } from "./migrate.ts";

/**
 * Brings all schemas of a hub up to date: a test of one subgraph finds what the others publish.
 *
 * @param stopped the subgraph whose last migrations do not run, and how many of its migrations do. Default: none.
 */
export async function migrateHub(
  url: string,
  stopped?: { readonly schema: string; readonly count: number },
): Promise<void> {
  const parts = ["gateway", ...SUBGRAPH_NAMES.map((name) => `subgraphs/${name}`)];
  for (const part of parts) {
    const schema = part.replace("subgraphs/", "");
    const folder = new URL(`../../../../${part}/src/migrations`, import.meta.url);
    const count = stopped?.schema === schema ? { count: stopped.count } : {};
    await migrateSchema({ url, schema, directory: fileURLToPath(folder), ...count });
  }
}
