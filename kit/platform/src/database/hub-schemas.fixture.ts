import { fileURLToPath } from "node:url";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { migrateSchema } from "./migrate.ts";

/**
 * Brings all schemas of a hub up to date: a test of one subgraph finds what the others publish.
 *
 * @param counts how many migrations of a schema run. Default: all.
 */
export async function migrateHub(
  url: string,
  counts: Readonly<Record<string, number>> = {},
): Promise<void> {
  const parts = ["gateway", ...SUBGRAPH_NAMES.map((name) => `subgraphs/${name}`)];
  for (const part of parts) {
    const schema = part.replace("subgraphs/", "");
    const folder = new URL(`../../../../${part}/src/migrations`, import.meta.url);
    const count = counts[schema];
    const some = count === undefined ? {} : { count };
    await migrateSchema({ url, schema, directory: fileURLToPath(folder), ...some });
  }
}
