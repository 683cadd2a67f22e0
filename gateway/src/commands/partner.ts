import { parseArgs } from "node:util";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { readConfig } from "../config.ts";
import { connectGateway, joinDatabase } from "../database/database.ts";
import { newPartnerKey } from "@alliance-hub/platform/directory/partner-key";
import { enterPartner, revokePartner } from "../identity/partner-key.ts";
import { CommandError, runCommand } from "./command.ts";

const USAGE = `Usage:
  npm run partner -- --name <name> --organization <id> --scopes resources:read,activities:read
                                        enters a partner system and prints its key, this once
  npm run partner -- --name <name> --revoke
Scopes are <subgraph>:read and <subgraph>:write of organizations, members, resources, activities.`;

const SCOPE = /^(organizations|members|resources|activities):(read|write)$/;

await runCommand(async (closing) => {
  const { values } = parseArgs({
    options: {
      name: { type: "string" },
      organization: { type: "string" },
      scopes: { type: "string" },
      revoke: { type: "boolean", default: false },
    },
  });
  const { name, organization: organizationId, revoke } = values;
  const scopes = (values.scopes ?? "").split(",").filter((scope) => scope !== "");
  if (name === undefined || !/^[A-Za-z0-9._-]{1,60}$/.test(name)) throw new CommandError(USAGE);
  const wrong = scopes.find((scope) => !SCOPE.test(scope));
  if (wrong !== undefined) throw new CommandError(`"${wrong}" is not a scope.\n${USAGE}`);

  const database = closing.use(
    await joinDatabase(readConfig(process.env), (line) => console.error(line)),
  );
  const { rows } = closing.use(await connectGateway(database.url));
  if (revoke) {
    const revoked = await revokePartner(rows, name);
    console.log(revoked ? `The key of ${name} no longer works.` : `No partner ${name} has a key.`);
    return;
  }
  if (organizationId === undefined || scopes.length === 0) throw new CommandError(USAGE);
  const organization = await createDirectory(rows).organization(organizationId);
  if (!organization) throw new CommandError(`There is no organisation ${organizationId}.`);
  const key = newPartnerKey();
  await enterPartner(rows, { name, organizationId, scopes, key });
  console.log(key);
});
