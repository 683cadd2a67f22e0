import type { Database } from "@alliance-hub/platform/database/connect";
import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { insertRows, loadSteps } from "@alliance-hub/demonstration/load";
import type { DemonstrationOptions } from "@alliance-hub/platform/subgraph/subgraph";
import type { Kysely } from "kysely";
import type { ResourcesTables } from "../database.ts";
import { demonstrationAgreements } from "./agreements.ts";
import { loadAgreements } from "./load-agreements.ts";
import { collectionRoundRow, needRows } from "./needs.ts";
import { resourceRows } from "./resources.ts";
import { loadPresent } from "./present.ts";
import { loadSynthetic } from "./synthetic.ts";

/** Loads the lists and agreements of the demonstration alliance. It does not change what exists already. */
export async function loadDemonstration(
  database: Database<ResourcesTables>,
  options: DemonstrationOptions,
): Promise<void> {
  await loadSteps(database, options, {
    tables: [
      "resource",
      "collectionRound",
      "need",
      "agreement",
      "agreementParty",
      "commitment",
      "booking",
      "venue",
      "openingHours",
      "bookingRules",
      "blocking",
    ],
    published: async (rows) => {
      const now = options.now ?? new Date();
      const counts: number[][] = [];
      for (const place of demonstrationAlliance()) counts.push(await loadPlace(rows, place, now));
      const [resources, needs, agreements] = [0, 1, 2].map((at) =>
        counts.reduce((sum, count) => sum + (count[at] ?? 0), 0),
      );
      return `resources: ${resources} resources, ${needs} needs, ${agreements} agreements`;
    },
    present: loadPresent,
    synthetic: loadSynthetic,
  });
}

async function loadPlace(
  rows: Kysely<ResourcesTables>,
  place: DemonstrationPlace,
  now: Date,
): Promise<number[]> {
  const resources = resourceRows(place);
  const needs = needRows(place);
  const agreements = demonstrationAgreements(place, resources, now);
  await insertRows(rows, "resource", resources);
  await insertRows(rows, "collectionRound", [collectionRoundRow(place)]);
  await insertRows(rows, "need", needs);
  await loadAgreements(rows, agreements);
  return [resources.length, needs.length, agreements.length];
}
