import { parseArgs } from "node:util";
import { benchHub } from "./hub.ts";

const BENCHES = { hub: benchHub };
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "8" },
    scale: { type: "string", default: "10" },
  },
});
const bench = BENCHES[positionals[0] as keyof typeof BENCHES];
if (!bench) {
  console.error(
    `Usage: npm run bench -- <${Object.keys(BENCHES).join("|")}> [--rounds 5] [--seconds 8] [--scale 10] [--json FILE]`,
  );
  process.exit(1);
}
await bench({
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  scale: Number(values.scale),
  json: values.json,
});
