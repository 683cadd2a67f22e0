import type { Database } from "@alliance-hub/platform/database/connect";
import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { insertRows, loadSteps } from "@alliance-hub/demonstration/load";
import type { DemonstrationOptions } from "@alliance-hub/platform/subgraph/subgraph";
import type { Kysely } from "kysely";
import type { ActivitiesTables } from "../database.ts";
import { jointActivities } from "./joint-activities.ts";
import { agendaItemRows, issueRows, meetings } from "./meetings.ts";
import { activityRow, participantRows } from "./plan.ts";
import { loadPresent } from "./present.ts";
import { loadSynthetic } from "./synthetic.ts";

/** Loads calendar and issues of the demonstration alliance. It does not change what exists already. */
export async function loadDemonstration(
  database: Database<ActivitiesTables>,
  options: DemonstrationOptions,
): Promise<void> {
  await loadSteps(database, options, {
    tables: ["activity", "participant", "agendaItem", "issue", "rescheduling"],
    published: async (rows) => {
      let activities = 0;
      for (const place of demonstrationAlliance()) activities += await loadPlace(rows, place);
      return `activities: ${activities} activities`;
    },
    present: loadPresent,
    synthetic: loadSynthetic,
  });
}

async function loadPlace(
  rows: Kysely<ActivitiesTables>,
  place: DemonstrationPlace,
): Promise<number> {
  const held = meetings(place);
  const issues = issueRows(place, held);
  const plans = [...jointActivities(place), ...held];
  await insertRows(
    rows,
    "activity",
    plans.map((plan) => activityRow(place, plan)),
  );
  await insertRows(rows, "participant", plans.flatMap(participantRows));
  await insertRows(rows, "agendaItem", agendaItemRows(held, issues));
  await insertRows(rows, "issue", issues);
  return plans.length;
}
