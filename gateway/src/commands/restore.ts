import { restoreBackup } from "@alliance-hub/backup/restore-backup";
import { createLog } from "@alliance-hub/platform/log/log";
import { FolderHeld } from "@alliance-hub/postgres/folder-lock";
import { createSecretBox } from "@alliance-hub/platform/webhooks/secret";
import { type Config, readConfig } from "../config.ts";
import { type HubDatabase, MIGRATIONS, openDatabase } from "../database/database.ts";
import { findSecretsKey, secretsKeyFile } from "../database/secrets-key.ts";
import { createSubgraphs } from "../subgraphs.ts";
import { logsOf, summaryOf } from "./backup-words.ts";
import { CommandError, runCommand } from "./command.ts";
import { stopSignal } from "./stop-signal.ts";

const USAGE = `Usage: npm run restore -- FILE
  Restores FILE, which npm run backup has written, into an empty database: that of DATABASE_URL, or the hub's
  own in an empty HUB_DATA_DIR. The hub must not be running.`;

await runCommand(async (closing) => {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || path.startsWith("-") || more.length > 0) throw new CommandError(USAGE);
  const config = readConfig(process.env);
  const signal = stopSignal();
  const report = (step: string): void => console.log(`  ${step}`);
  const database = closing.use(await openAlone(config, report));
  const log = createLog({ level: "warn", name: "restore" });
  const subgraphs = await createSubgraphs({ databaseUrl: database.url, log });
  for (const subgraph of subgraphs) closing.use(subgraph);
  const { header, manifest } = await restoreBackup({
    url: database.url,
    path,
    schemas: [{ name: "gateway", migrations: MIGRATIONS }, ...subgraphs],
    logs: logsOf(subgraphs),
    report,
    signal,
  });
  const lines = [`${path} was restored and verified: ${summaryOf(header, manifest)}.`, ""];
  const missing = await secretsUnderOtherKeys(config, manifest.secrets);
  if (missing > 0)
    lines.push(
      `  The secrets of ${missing} webhook endpoints were encrypted with a key that this hub does not have. Before you start`,
      `  the hub, set HUB_SECRETS_KEY to its previous value, or put the previous file in its place: ${secretsKeyFile(config)}.`,
      "  Without it you have to rotate those secrets.",
      "",
    );
  lines.push(
    header.unsettledLogs.length > 0
      ? "  All readers of updates get RESYNC_REQUIRED and read everything again."
      : "  Readers of updates continue; those that had read further than the restored data get RESYNC_REQUIRED.",
    `  Webhooks that were waiting at ${header.takenAt} are sent once the hub starts; some may come a second time.`,
    "  Start the hub with its previous settings.",
  );
  console.log(lines.join("\n"));
});

async function openAlone(config: Config, report: (step: string) => void): Promise<HubDatabase> {
  try {
    return await openDatabase(config, report);
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    throw new CommandError(
      `The hub that uses ${config.dataDirectory} is running. Stop it, or name an empty folder in HUB_DATA_DIR.`,
    );
  }
}

/** How many secrets the key that this hub has, if any, cannot open. */
async function secretsUnderOtherKeys(
  config: Config,
  secrets: Readonly<Record<string, number>>,
): Promise<number> {
  const key = await findSecretsKey(config);
  const own = key && createSecretBox(key).keyId;
  return Object.entries(secrets).reduce((sum, [id, count]) => sum + (id === own ? 0 : count), 0);
}
