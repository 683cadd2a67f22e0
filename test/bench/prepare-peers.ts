import { preparePeers } from "../support/peers/prepare.ts";
import type { BenchOptions } from "./options.ts";

/** Installs and builds what `test/peers` holds, if any of these servers is to be measured. */
export async function preparePeersFor(
  names: readonly string[],
  { only, signal }: Pick<BenchOptions, "only" | "signal">,
): Promise<void> {
  if (!only || names.some((name) => only.includes(name))) await preparePeers(signal);
}
