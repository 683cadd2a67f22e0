import { writeBackup } from "@alliance-hub/backup/write-backup";
import { createLog } from "@alliance-hub/platform/log/log";
import { readConfig } from "../config.ts";
import { joinDatabase } from "../database/database.ts";
import { secretsKeyFile } from "../database/secrets-key.ts";
import { createSubgraphs } from "../subgraphs.ts";
import { logsOf, sizeOf, summaryOf } from "./backup-words.ts";
import { CommandError, runCommand } from "./command.ts";
import { stopSignal } from "./stop-signal.ts";

const USAGE = `Usage: npm run backup -- FILE
  Writes everything that the hub's database holds at this moment into FILE, which must not exist yet.
  The hub may be running.`;

await runCommand(async (closing) => {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || path.startsWith("-") || more.length > 0) throw new CommandError(USAGE);
  const config = readConfig(process.env);
  const signal = stopSignal();
  const database = closing.use(await joinDatabase(config, (line) => console.error(line)));
  const log = createLog({ level: "warn", name: "backup" });
  const subgraphs = await createSubgraphs({ databaseUrl: database.url, log });
  for (const subgraph of subgraphs) closing.use(subgraph);
  const report = (step: string): void => console.log(`  ${step}`);
  const written = await writeBackup({
    url: database.url,
    path,
    logs: logsOf(subgraphs),
    report,
    signal,
  });
  const { header, manifest } = written;
  const sealed = Object.values(manifest.secrets).reduce((sum, count) => sum + count, 0);
  const key = config.secretsKey ? "HUB_SECRETS_KEY" : `the file ${secretsKeyFile(config)}`;
  const lines = [
    `The backup ${path} was written and verified: ${summaryOf(header, manifest)}; ${sizeOf(written.size)}.`,
    "",
    "  It contains all records, the audit log, the update log with its positions, partner keys and calendar addresses",
    "  (as hashes), webhook secrets (encrypted). npm run restore creates roles and tables.",
    "",
    "  It does not contain the following. Keep it too, in another place:",
    `    - the key for secrets, ${key}` +
      (sealed > 0 ? `: without it, the secrets of ${sealed} webhook endpoints are lost` : ""),
    "    - your settings (OIDC_ISSUER, DATABASE_URL and the others)",
  ];
  if (!config.oidc)
    lines.push("", "  In another data folder the demonstration gets new tokens and partner keys.");
  if (header.unsettledLogs.length > 0)
    lines.push(
      "",
      "  During the whole backup changes were being made. After a restore, every reader of updates reads everything again.",
    );
  console.log(lines.join("\n"));
});
