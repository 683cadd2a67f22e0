import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Engine, EngineConfig } from "@alliance-hub/gateway/engine/engine";
import { openApolloEngine } from "../apollo-engine.ts";

const HUB_ENGINE = new URL("../../../../gateway/dist/engine/hub-engine.js", import.meta.url);

/** Whether the engine under test is ours. */
export const IS_OURS = existsSync(HUB_ENGINE);

/** The engine under test: the one place that chooses it. */
export async function openEngine(config: EngineConfig): Promise<Engine> {
  if (!IS_OURS) return openApolloEngine(config);
  const module = (await import(fileURLToPath(HUB_ENGINE))) as {
    createEngine(config: EngineConfig): Engine;
  };
  return module.createEngine(config);
}
