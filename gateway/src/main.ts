import { ClusterError } from "@alliance-hub/kit/postgres/cluster-error";
import { ConfigError, readConfig } from "./config.ts";
import { createHub } from "./hub.ts";
import { welcome } from "./welcome.ts";

const started = performance.now();
try {
  const config = readConfig(process.env);
  const hub = await createHub(config, (step) => console.log(`  ${step}`));
  console.log(welcome(hub.url, config, performance.now() - started));
  const reason = await Promise.race([
    hub.lost,
    new Promise<undefined>((resolve) => {
      process.once("SIGTERM", () => resolve(undefined));
      process.once("SIGINT", () => resolve(undefined));
    }),
  ]);
  if (reason !== undefined) {
    console.error(`${reason}. The hub stops; start it again.`);
    process.exitCode = 1;
  }
  await hub.close();
} catch (error) {
  const foreseen =
    error instanceof ConfigError || error instanceof ClusterError || isPortTaken(error);
  console.error(foreseen ? `The hub did not start. ${(error as Error).message}` : error);
  process.exitCode = 1;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, "code") === "EADDRINUSE";
}
