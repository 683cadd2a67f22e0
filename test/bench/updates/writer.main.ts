// The writer, in a process of its own: reschedules activities through the subgraph's own service, so many
// a second, as often as it is told to.
import { setTimeout as wait } from "node:timers/promises";
import { createActivitiesSubgraph } from "@alliance-hub/activities/subgraph";
import { createResourcesSubgraph } from "@alliance-hub/resources/subgraph";
import { connectGateway } from "@alliance-hub/gateway/database/database";
import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { sql } from "kysely";
import { operation } from "../../support/contract.ts";
import { committeeOf, inHours, person } from "../../support/people.ts";

const SECRETARY = "445202-secretary";
/** Activities that are moved in turn. */
const ACTIVITIES = 40;

const [databaseUrl = "", perSecond = ""] = process.argv.slice(2);
await using closing = new AsyncDisposableStack();
const log = createLog({ level: "error", name: "writer" });
const subgraph = closing.use(await createActivitiesSubgraph({ databaseUrl, log }));
const execute = createSubgraphExecutor(subgraph, log);
const { rows } = closing.use(await connectGateway(databaseUrl));
const { subject } = person(SECRETARY);
const standing = await readStanding(rows, { subject });
const viewer: Viewer = { kind: "PERSON", subject, scopes: [], ...standing };

const committeeId = committeeOf(SECRETARY);
const found = await sql<{ host: string }>`
  select organization_id::text as host from directory.committee where id = ${committeeId}`.execute(
  rows,
);
const { host = "" } = found.rows[0] ?? {};
const venue = await shareVenue();

const ids: string[] = [];
for (let number = 0; number < ACTIVITIES; number++) {
  const input = {
    committeeId,
    hostId: host,
    venueId: venue,
    title: `联合义诊 ${number}`,
    kind: "SERVICE",
    during: { start: inHours(240 + 3 * number), end: inHours(241 + 3 * number) },
    audience: "PUBLIC",
  };
  const data = await change(operation("ScheduleActivity"), { input });
  ids.push(
    (data as { scheduleActivity: { activity: { id: string } } }).scheduleActivity.activity.id,
  );
}
// What was written up to here is no part of the measurement; the parent says when it begins.
process.send?.("ready");
let written = 0;
for (;;) {
  const updates = await new Promise<number>((resolve) => process.once("message", resolve));
  await write(updates);
  process.send?.("written");
}

async function write(updates: number): Promise<void> {
  const began = performance.now();
  const underWay: Promise<unknown>[] = [];
  for (let count = 0; count < updates; count++) {
    const due = began + (count * 1000) / Number(perSecond);
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const number = written + count;
    const [id, turn] = [ids[number % ACTIVITIES], Math.floor(number / ACTIVITIES)];
    const hours = 240 + 3 * (number % ACTIVITIES) + (1 + (turn % 5)) * 200;
    const during = { start: inHours(hours), end: inHours(hours + 1) };
    underWay.push(change(operation("RescheduleActivity"), { id, during }));
  }
  await Promise.all(underWay);
  written += updates;
}

/** A public venue that is always open, so that activities can be moved to any hour. @returns its id. */
async function shareVenue(): Promise<string> {
  await using resources = await createResourcesSubgraph({ databaseUrl, log });
  const input = {
    providerId: host,
    title: "联合义诊广场",
    kind: "VENUE",
    audience: "PUBLIC",
    publish: true,
  };
  const data = await change(
    operation("ShareResource"),
    { input },
    createSubgraphExecutor(resources, log),
  );
  return (data as { shareResource: { resource: { id: string } } }).shareResource.resource.id;
}

async function change(query: string, variables: object, by = execute): Promise<unknown> {
  const signal = AbortSignal.timeout(10_000);
  const { data, errors } = await by(
    { query, variables: { ...variables } },
    { viewer, requestId: "bench", signal },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data;
}
