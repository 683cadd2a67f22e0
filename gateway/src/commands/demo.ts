import { createLog } from "@alliance-hub/platform/log/log";
import { readConfig } from "../config.ts";
import { migrateAll, openDatabase } from "../database/database.ts";
import { loadDemonstration } from "../demonstration/demonstration.ts";
import { createSubgraphs } from "../subgraphs.ts";
import { CommandError, runCommand } from "./command.ts";

const USAGE =
  "Usage: npm run demo -- --scale N   (N from 1 to 1000: N × 10,000 resources of 200 × N organisations)";

await runCommand(async (closing) => {
  const scale = Number(process.argv[process.argv.indexOf("--scale") + 1]);
  if (!process.argv.includes("--scale") || !Number.isInteger(scale) || scale < 1 || scale > 1000)
    throw new CommandError(USAGE);
  const config = readConfig(process.env);
  const report = (step: string): void => console.log(`  ${step}`);
  const database = closing.use(await openDatabase(config, report));
  const subgraphs = await createSubgraphs({
    databaseUrl: database.url,
    log: createLog({ level: "warn", name: "demo" }),
  });
  for (const subgraph of subgraphs) closing.use(subgraph);
  await migrateAll(database.url, subgraphs, report);
  await loadDemonstration(subgraphs, { scale, report });
});
