import {
  demonstrationPartners,
  demonstrationPeople,
  otherSecretaries,
} from "@alliance-hub/demonstration/people";
import { type Config, readConfig } from "../config.ts";
import { partnerKeysFile, readPartnerKeys } from "../demonstration/demonstration.ts";
import { openDemonstrationIssuer } from "../identity/demonstration-issuer.ts";
import { CommandError, runCommand } from "./command.ts";

const USAGE = `Usage:
  npm run token -- <name>          a token for one of the demonstration people, valid for one hour
  npm run token -- --list          the people, by what they can do; every other committee has a
                                   secretary, too: 445202-secretary-4, -5 and so on
  npm run token -- --list --json   the same for programs`;

await runCommand(async () => {
  const words = process.argv.slice(2);
  const config = readConfig(process.env);
  if (config.oidc)
    throw new CommandError("Tokens come from OIDC_ISSUER; only demonstration mode signs its own.");
  if (words.includes("--list")) {
    console.log(words.includes("--json") ? JSON.stringify(listed(), null, 2) : table());
  } else if (words.length === 1 && words[0] !== undefined && !words[0].startsWith("-")) {
    console.log(await tokenFor(words[0], config));
  } else {
    throw new CommandError(USAGE);
  }
});

async function tokenFor(name: string, config: Config): Promise<string> {
  const person = [...demonstrationPeople(), ...otherSecretaries()].find(
    (candidate) => candidate.name === name,
  );
  if (person)
    return await (await openDemonstrationIssuer(config.dataDirectory)).token(person.subject);
  if (demonstrationPartners().some((partner) => partner.name === name)) {
    const key = (await readPartnerKeys(partnerKeysFile(config.dataDirectory)))[name];
    if (key !== undefined) return key;
    throw new CommandError(
      `${name} has no key in ${config.dataDirectory}: it gets a key when the hub first starts. If several hubs share a database, only the first one has the key. Run npm start once, or make a new key with npm run partner.`,
    );
  }
  throw new CommandError(
    `There is no demonstration person "${name}". npm run token -- --list names them.`,
  );
}

function listed() {
  return demonstrationPeople().map(({ name, subject, organizationId, roles }) => ({
    name,
    subject,
    organizationId,
    roles: roles.map(({ role, committeeId, regionCode }) => ({ role, committeeId, regionCode })),
  }));
}

/** People by role, then partners, in columns. */
function table(): string {
  const rows = demonstrationPeople().flatMap((person) =>
    person.roles.map((role) => ({
      role: role.role,
      name: person.name,
      what: person.label,
      where: role.regionCode ?? "",
    })),
  );
  const partners = demonstrationPartners().map((partner) => ({
    role: "PARTNER",
    name: partner.name,
    what: partner.scopes.join(" "),
    where: "",
  }));
  const all = [
    ...rows.toSorted((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name)),
    ...partners,
  ];
  const width = (pick: (row: (typeof all)[number]) => string): number =>
    Math.max(...all.map((row) => pick(row).length));
  const [first, second, third] = [
    width((row) => row.role),
    width((row) => row.name),
    width((row) => row.where),
  ];
  return all
    .map(
      (row) =>
        `${row.role.padEnd(first)}  ${row.name.padEnd(second)}  ${row.where.padEnd(third)}  ${row.what}`,
    )
    .join("\n");
}
