import { parseArgs } from "node:util";
import { createLog } from "@alliance-hub/kit/log/log";
import { createSubgraphExecutor } from "@alliance-hub/kit/subgraph/execute";
import type { Subgraph } from "@alliance-hub/kit/subgraph/subgraph";
import { ANONYMOUS, type Viewer } from "@alliance-hub/kit/viewer/viewer";
import { readConfig } from "../config.ts";
import { migrateAll, joinDatabase } from "../database.ts";
import { createSubgraphs } from "../subgraphs.ts";

/*
 * Appoints an operator, and adds the region if it is not there: how a hub with a sign-in of its own
 * gets its first one, who then does the rest by the graph. Whoever can run this has the database.
 */
const USAGE = `Usage: npm run operator -- --subject <sub of the sign-in> --region <code> [--name <name> --level <level>]
  --name and --level are needed once, for a region that is not there yet, such as
  npm run operator -- --subject 7f3c… --region 445202 --name 榕城区 --level DISTRICT`;

const { values } = parseArgs({
  options: {
    subject: { type: "string" },
    region: { type: "string" },
    name: { type: "string" },
    level: { type: "string" },
  },
});
const { subject, region: code } = values;
if (subject === undefined || code === undefined) fail(USAGE);

const log = createLog({ level: "warn", name: "operator" });
await using closing = new AsyncDisposableStack();
const database = closing.use(await joinDatabase(readConfig(process.env)));
const subgraphs = await createSubgraphs({ databaseUrl: database.url, log });
for (const subgraph of subgraphs) closing.use(subgraph);
await migrateAll(database.url, subgraphs, () => undefined);

// The services decide and keep the audit log here as everywhere; this viewer operates the one region.
const viewer: Viewer = {
  ...ANONYMOUS,
  kind: "PERSON",
  subject: "command:operator",
  operatorRegionCodes: [code],
};
const known = await ask(
  "organizations",
  "query ($code: String!) { region(code: $code) { code } }",
  {
    code,
  },
);
if (known["region"] == null) {
  if (values.name === undefined || values.level === undefined) {
    fail(`There is no region ${code} yet. Give its --name and --level.\n${USAGE}`);
  }
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

async function ask(name: string, query: string, variables: Record<string, unknown>) {
  const subgraph = subgraphs.find((candidate): candidate is Subgraph => candidate.name === name);
  if (!subgraph) throw new Error(`There is no subgraph ${name}`);
  const request = { viewer, requestId: "command", signal: AbortSignal.timeout(30_000) };
  const { data, errors } = await createSubgraphExecutor(subgraph, log)(
    { query, variables },
    request,
  );
  if (errors) {
    await closing.disposeAsync();
    fail(errors.map(({ message }) => message).join("\n"));
  }
  return data ?? {};
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
