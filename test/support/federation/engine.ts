import type { Engine, EngineConfig } from "@alliance-hub/gateway/engine/engine";
import { createEngine } from "@alliance-hub/gateway/engine/operation/hub-engine";

/** The engine under test. This is the only place that chooses it. */
export async function openEngine(config: EngineConfig): Promise<Engine> {
  return createEngine(config);
}
