import type { BackupHeader, BackupManifest } from "@alliance-hub/backup/backup-format";
import type { OrderedLog } from "@alliance-hub/platform/subgraph/ordered-log";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";

/** Logs of subgraphs whose readers keep their positions outside the hub, by schema. */
export function logsOf(subgraphs: readonly Subgraph[]): Record<string, OrderedLog> {
  return Object.fromEntries(
    subgraphs.flatMap(({ name, orderedLog }) => (orderedLog ? [[name, orderedLog]] : [])),
  );
}

/** What a backup holds, in a few words. */
export function summaryOf(header: BackupHeader, { tables }: BackupManifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows of ${tables.length} tables, as they were at ${header.takenAt} (PostgreSQL ${header.serverVersion})`;
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** A size for a person, such as `12.3 MB`. @param bytes number of them. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${UNITS[step]}`;
}
