import { parseArgs } from "node:util";
import { benchEngine } from "./engine/bench.ts";
import { benchMemory } from "./engine/memory.ts";
import { benchFree } from "./free/bench.ts";
import { benchGrowth } from "./growth/bench.ts";
import { benchHub } from "./hub/bench.ts";
import { benchOverload } from "./overload/bench.ts";
import { benchPortal } from "./portal/bench.ts";
import { benchUpdates } from "./updates/bench.ts";

const BENCHES = {
  hub: benchHub,
  engine: benchEngine,
  memory: benchMemory,
  updates: benchUpdates,
  overload: benchOverload,
  growth: benchGrowth,
  free: benchFree,
  portal: benchPortal,
};
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    only: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string", default: "8" },
    scale: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const bench = BENCHES[positionals[0] as keyof typeof BENCHES];
if (!bench || values.help) {
  console.error(
    `Usage: npm run bench -- <${Object.keys(BENCHES).join("|")}> [--rounds 5] [--seconds 8] [--scale N] [--only NAME,NAME] [--json FILE]`,
  );
  process.exit(values.help ? 0 : 1);
}
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interrupted.abort(new Error(`stopped by ${signal}`)));
}
try {
  await bench({
    // A page takes Lighthouse a quarter of a minute.
    rounds: Number(values.rounds ?? (bench === benchPortal ? 1 : 5)),
    seconds: Number(values.seconds),
    scale: values.scale === undefined ? undefined : Number(values.scale),
    only: values.only?.split(","),
    json: values.json,
    signal: interrupted.signal,
  });
} catch (error) {
  console.error(interrupted.signal.aborted ? interrupted.signal.reason : error);
  process.exitCode = 1;
}
