import type { Words } from "@alliance-hub/platform/words/words";
import { HubError } from "@alliance-hub/platform/errors/hub-error";

/**
 * `RESYNC_REQUIRED`: updates after a position may be missing.
 *
 * @param fault what is wrong with the position.
 */
export function resyncRequired(fault: Words): HubError {
  return new HubError(
    "RESYNC_REQUIRED",
    {
      zh: `此位置${fault.zh}，其后的内容可能有缺失。请重新读取全部数据，再从现在继续。`,
      en: `The position ${fault.en}, so what came after it may be missing. Read the data again, then continue without "after".`,
    },
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
  if (behind < cleared)
    throw resyncRequired({ zh: "早于日志的保留期", en: "is older than the log" });
}
