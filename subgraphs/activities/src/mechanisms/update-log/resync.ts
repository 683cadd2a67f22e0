import { HubError } from "@alliance-hub/platform/errors/hub-error";

/**
 * `RESYNC_REQUIRED`: updates after a position may be missing.
 *
 * @param fault what is wrong with the position.
 */
export function resyncRequired(fault: string): HubError {
  return new HubError(
    "RESYNC_REQUIRED",
    `The position ${fault}, so updates after it may be missing. Read all activities again, then continue without "after".`,
    { field: "after" },
  );
}

/**
 * Rejects a reader whose next entries were cleared. It is called again after entries were read, because they
 * may have been cleared in between.
 *
 * @throws HubError `RESYNC_REQUIRED`.
 */
export function requireKept(cleared: number, behind: number): void {
  if (behind < cleared) throw resyncRequired("is older than the log");
}
