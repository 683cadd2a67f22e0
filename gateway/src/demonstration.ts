import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { demonstrationAlliance } from "@alliance-hub/kit/demonstration/alliance";
import { demonstrationLiaisons } from "@alliance-hub/kit/demonstration/liaisons";
import { demonstrationPartners } from "@alliance-hub/kit/demonstration/people";
import type { DirectoryTables } from "@alliance-hub/kit/database/directory";
import type { Subgraph } from "@alliance-hub/kit/subgraph/subgraph";
import type { Kysely } from "kysely";
import { enterPartner, newPartnerKey } from "./identity/partner-key.ts";

/** Loads the demonstration alliance, unless it is there. Each subgraph loads its own share. */
export async function loadDemonstration(
  subgraphs: readonly Subgraph[],
  options: { scale: number; report: (step: string) => void },
): Promise<void> {
  for (const subgraph of subgraphs) await subgraph.loadDemonstration(options);
}

/** Two member units of one committee, for the explorer's examples: those of the first two liaisons. */
export function demonstrationSampleIds(): {
  organization: string;
  otherOrganization: string;
  committee: string;
} {
  const place = demonstrationAlliance().find(({ name }) => name === "445202");
  const [first, second] = place ? demonstrationLiaisons(place) : [];
  const membership = place?.memberships.find(({ unit }) => unit === first?.unit);
  if (!first || !second || !membership) throw new Error("The demonstration alliance lacks 445202");
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

/** Gives each demonstration partner a key of this data folder, and enters its hash. */
export async function enterDemonstrationPartners(
  rows: Kysely<DirectoryTables>,
  dataDirectory: string,
): Promise<void> {
  const file = partnerKeysFile(dataDirectory);
  const known = await readPartnerKeys(file);
  const keys: Record<string, string> = {};
  for (const partner of demonstrationPartners()) {
    const key = known[partner.name] ?? newPartnerKey();
    keys[partner.name] = key;
    await enterPartner(rows, {
      name: partner.name,
      organizationId: partner.organizationId,
      scopes: [...partner.scopes],
      key,
    });
  }
  if (JSON.stringify(keys) !== JSON.stringify(known))
    await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
}

/** The demonstration partners' keys by name; none before the first start. */
export async function readPartnerKeys(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}
