import { parseArgs } from "node:util";
import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { readConfig } from "../config.ts";
import { migrateAll, joinDatabase } from "../database/database.ts";
import { createSubgraphs } from "../subgraphs.ts";
import { CommandError, runCommand } from "./command.ts";

/*
 * Appoints an operator, and adds the region if it does not exist. In this way a hub with its own sign-in gets
 * its first operator, who does everything else through the graph. Whoever can run this has access to the
 * database.
 */
const USAGE = `Usage: npm run operator -- --subject <sub of the sign-in> --region <code> [--name <name> --level <level>]
  --name and --level are needed once, for a region that is not there yet, such as
  npm run operator -- --subject 7f3c… --region 445202 --name 榕城区 --level DISTRICT`;

const log = createLog({ level: "warn", name: "operator" });

await runCommand(async (closing) => {
  const { values } = parseArgs({
    options: {
      subject: { type: "string" },
      region: { type: "string" },
      name: { type: "string" },
      level: { type: "string" },
    },
  });
  const { subject, region: code } = values;
  if (subject === undefined || code === undefined) throw new CommandError(USAGE);

  const database = closing.use(
    await joinDatabase(readConfig(process.env), (line) => console.error(line)),
  );
  const subgraphs = await createSubgraphs({ databaseUrl: database.url, log });
  for (const subgraph of subgraphs) closing.use(subgraph);
  await migrateAll(database.url, subgraphs, () => undefined);

  const ask = askAs(code, subgraphs);
  const known = await ask(
    "organizations",
    "query ($code: String!) { region(code: $code) { code } }",
    { code },
  );
  if (known["region"] == null) {
    if (values.name === undefined || values.level === undefined)
      throw new CommandError(
        `There is no region ${code} yet. Give its --name and --level.\n${USAGE}`,
      );
    await ask(
      "organizations",
      "mutation ($input: AddRegionInput!) { addRegion(input: $input) { region { code } } }",
      { input: { code, name: values.name, level: values.level } },
    );
    console.log(`Region ${code} ${values.name} was added.`);
  }
  await ask(
    "members",
    "mutation ($input: AppointInput!) { appoint(input: $input) { appointment { id } } }",
    { input: { subject, role: "OPERATOR", regionCode: code } },
  );
  console.log(`${subject} is operator of ${code}.`);
});

/**
 * The services decide and write the audit log here as everywhere. This viewer is operator of this one region.
 */
function askAs(code: string, subgraphs: readonly Subgraph[]) {
  const viewer: Viewer = {
    ...ANONYMOUS,
    kind: "PERSON",
    subject: "command:operator",
    operatorRegionCodes: [code],
  };
  return async (name: string, query: string, variables: Record<string, unknown>) => {
    const subgraph = subgraphs.find((candidate): candidate is Subgraph => candidate.name === name);
    if (!subgraph) throw new Error(`There is no subgraph ${name}`);
    const { data, errors } = await createSubgraphExecutor(subgraph, log)(
      { query, variables },
      { viewer, requestId: "command", signal: AbortSignal.timeout(30_000) },
    );
    if (errors) throw new CommandError(errors.map(({ message }) => message).join("\n"));
    return data ?? {};
  };
}
