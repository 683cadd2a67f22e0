import type { Database } from "@alliance-hub/kit/database/connect";
import type { DemonstrationOptions } from "@alliance-hub/kit/subgraph/subgraph";
import type { OrganizationsTables } from "../database.ts";

export async function loadDemonstration(database: Database<OrganizationsTables>, options: DemonstrationOptions): Promise<void> {
  void database;
  void options;
}
