import { keepRequestsYoung } from "@alliance-hub/platform/process/keep-young";
import { withinStopLimit } from "@alliance-hub/platform/process/stop-limit";
import { toldToStop } from "@alliance-hub/platform/process/told-to-stop";
import { type Command, USAGE, readArguments } from "./settings/arguments.ts";
import { isForeseen } from "./start/foreseen.ts";
import { isNodeNewEnough, runInPinnedNode } from "./start/pinned-node.ts";

/** The result of both ways of starting. */
interface RunningProgram {
  readonly lost?: Promise<string>;
  close(): Promise<void>;
}

const started = performance.now();
keepRequestsYoung();
let name = "hub";
try {
  const command = readArguments(process.argv.slice(2));
  if (command.kind === "help") {
    console.log(USAGE);
  } else if (!isNodeNewEnough()) {
    process.exitCode = await runInPinnedNode(process.argv.slice(1));
  } else {
    name = command.kind === "hub" ? "hub" : "gateway";
    await untilStopped(await start(command));
  }
} catch (error) {
  console.error(isForeseen(error) ? `The ${name} did not start. ${error.message}` : error);
  process.exitCode = 1;
}

/** Each way loads only what it needs: the engine alone starts without the code of the subgraphs. */
async function start(command: Exclude<Command, { kind: "help" }>): Promise<RunningProgram> {
  if (command.kind === "standalone") {
    const { readStandaloneConfig } = await import("./standalone/standalone-config.ts");
    const { createStandalone } = await import("./standalone/standalone.ts");
    const config = readStandaloneConfig(command, process.env);
    const gateway = await createStandalone(config);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${config.supergraphFile} is served at ${gateway.url}/graphql (${seconds} s)`);
    return gateway;
  }
  const { readConfig } = await import("./config.ts");
  const { createHub } = await import("./hub.ts");
  const { welcome } = await import("./start/welcome.ts");
  const config = readConfig(process.env);
  const hub = await createHub(config, (step) => console.log(`  ${step}`));
  console.log(welcome(hub.url, config, performance.now() - started));
  return hub;
}

/** Runs until somebody stops it, or it can no longer work. */
async function untilStopped(running: RunningProgram): Promise<void> {
  const reason = await Promise.race([
    ...(running.lost ? [running.lost] : []),
    toldToStop().then(() => undefined),
  ]);
  if (reason !== undefined) {
    console.error(`${reason}. The hub stops; start it again.`);
    process.exitCode = 1;
  }
  await withinStopLimit(running.close(), name);
}
