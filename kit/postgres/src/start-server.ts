import { setTimeout as wait } from "node:timers/promises";
import { clearOrphan } from "./orphan.ts";
import { pickPort, portInUse, recallPort, requireFree } from "./port.ts";
import { startPostmaster, StartFault, type Postmaster, type ServerStart } from "./postmaster.ts";

const OCCUPIED_WITHIN_MS = 20_000;

/**
 * Stops what a killed hub left running. Then starts the server on the port asked for, or else on
 * that of the last time, or else on any. A port can be lost between the look and the start, and
 * sessions of a server that died alone take a moment to notice; both are tried again.
 *
 * @param asked the only port that will do; @param portFile where the last one is kept
 */
export async function startServer(
  start: Omit<ServerStart, "port"> & { readonly log: (line: string) => void },
  asked: number | undefined,
  portFile: string,
): Promise<{ postmaster: Postmaster; port: number }> {
  await clearOrphan(start.folder, start.log);
  if (asked !== undefined) await requireFree(asked);
  const deadline = performance.now() + OCCUPIED_WITHIN_MS;
  for (let wished = asked ?? (await recallPort(portFile)); ;) {
    const port = asked ?? (await pickPort(wished));
    try {
      return { postmaster: await startPostmaster({ ...start, port }), port };
    } catch (error) {
      if (!(error instanceof StartFault) || error.kind === "other" || performance.now() > deadline)
        throw error;
      if (error.kind === "port taken" && asked !== undefined) throw portInUse(asked);
      if (error.kind === "port taken") wished = undefined;
      await wait(100);
      await clearOrphan(start.folder, start.log); // one that was only just starting has shown itself by now
    }
  }
}
