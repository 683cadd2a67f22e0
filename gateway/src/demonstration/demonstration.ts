import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { demonstrationLiaisons } from "@alliance-hub/demonstration/liaisons";
import { demonstrationPartners } from "@alliance-hub/demonstration/people";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { DemonstrationOptions, Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import type { Kysely } from "kysely";
import { newPartnerKey } from "@alliance-hub/platform/directory/partner-key";
import { offerPartner } from "../identity/partner-key.ts";

/**
 * Loads the demonstration alliance, unless it is already loaded, and continues its present up to now. Each subgraph
 * loads its own share.
 */
export async function loadDemonstration(
  subgraphs: readonly Subgraph[],
  options: DemonstrationOptions,
): Promise<void> {
  for (const subgraph of subgraphs) await subgraph.loadDemonstration(options);
}

/** Two member units of one committee of a place, for the explorer's examples: those of the first two liaisons. */
export function demonstrationSampleIds(place: DemonstrationPlace): {
  organization: string;
  otherOrganization: string;
  committee: string;
} {
  const [first, second] = demonstrationLiaisons(place);
  const membership = place.memberships.find(({ unit }) => unit === first?.unit);
  if (!first || !second || !membership)
    throw new Error(`The demonstration alliance has no two liaisons in ${place.name}`);
  return {
    organization: first.unit.id,
    otherOrganization: second.unit.id,
    committee: membership.committee.id,
  };
}

/** The file of a data folder that holds the demonstration partners' keys (mode 0600). */
export function partnerKeysFile(dataDirectory: string): string {
  return join(dataDirectory, "demonstration-partners.json");
}

/**
 * Gives each demonstration partner a key of this data folder, and stores its hash. A partner that has another
 * key keeps it: if several hubs share a database, the key of the first hub is valid.
 *
 * @param report called for partners whose key is not in this data folder.
 */
export async function enterDemonstrationPartners(
  rows: Kysely<DirectoryTables>,
  dataDirectory: string,
  report: (step: string) => void,
): Promise<void> {
  const file = partnerKeysFile(dataDirectory);
  const known = await readPartnerKeys(file);
  const keys: Record<string, string> = {};
  const others: string[] = [];
  for (const partner of demonstrationPartners()) {
    const { name, organizationId, scopes } = partner;
    const key = known[name] ?? newPartnerKey();
    if (await offerPartner(rows, { name, organizationId, scopes: [...scopes], key }))
      keys[name] = key;
    else others.push(name);
  }
  if (others.length > 0)
    report(
      `Partner keys: ${others.join(", ")} have keys from another hub on this database; npm run partner makes new ones`,
    );
  if (JSON.stringify(keys) !== JSON.stringify(known))
    await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
}

/** The demonstration partners' keys by name, as far as this data folder has them; none before the first start. */
export async function readPartnerKeys(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}
