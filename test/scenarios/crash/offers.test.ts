import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { expect, it } from "@jest/globals";
import pg from "pg";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { patiently } from "../../support/patience.ts";
import { inHours, person, unitOf } from "../../support/people.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const [PROVIDER, HOLDER] = ["445202-liaison-1", "445202-liaison-2"] as const;
/** Who waits on each list, in this order. */
const WAITING = ["445202-liaison-3", "445202-liaison-4"] as const;
/** How many rooms have a waiting list. */
const ROOMS = 3;
/** Two hubs start, and a worker comes by every ten seconds: it takes long where the cores have other work as well. */
const LIMIT_MS = 300_000;
const CANCEL =
  "mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id } } }";

/** The lines of all rooms, each entry with its state and all that was told of it, in order. */
const LINES = `select array_agg(entry.state || ' ' || array_to_string(
    array(select type from activities.notice where record_id = entry.id order by number), ',') order by line_number) as line
  from resources.waiting_entry as entry where resource_id = any($1) group by resource_id`;

it(
  "a worker that is killed while it moves waiting lists on loses nothing, skips nobody, and offers nothing twice",
  async () => {
    await using folder = await temporaryFolder();
    await using database = await createTestDatabase(DEMONSTRATION);
    const settings = { DATABASE_URL: database.url };
    await using ending = new AsyncDisposableStack();
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    ending.defer(() => admin.end());
    const issuer = await openDemonstrationIssuer(folder.path);
    const killed = ending.use(await startHubProcess(folder.path, settings));
    const send = async (as: string, query: string, input: object) => {
      const token = await issuer.token(person(as).subject);
      const { data, errors } = await ask(killed.url, { query, variables: { input }, token });
      expect(errors).toEqual([]);
      return data;
    };
    const during = { start: inHours(200), end: inHours(201) };
    const rooms: string[] = [];
    for (let at = 0; at < ROOMS; at += 1) {
      const shared = await send(PROVIDER, operation("ShareResource"), {
        providerId: unitOf(PROVIDER),
        title: `会议室 ${at}`,
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
      });
      const resourceId = String(shared["shareResource"]?.["resource"]?.["id"]);
      rooms.push(resourceId);
      const booked = await send(HOLDER, operation("BookResource"), {
        resourceId,
        organizationId: unitOf(HOLDER),
        during,
      });
      for (const one of WAITING) {
        const wish = { resourceId, organizationId: unitOf(one), during };
        await send(one, operation("JoinWaitingList"), wish);
      }
      const id = booked["bookResource"]?.["booking"]?.["id"];
      await send(HOLDER, CANCEL, { id, reason: "改期" });
    }
    const lines = async (): Promise<readonly string[][]> =>
      (await admin.query<{ line: string[] }>(LINES, [rooms])).rows.map(({ line }) => line);
    const all = (line: readonly string[]) => Array(ROOMS).fill(line);
    const first = ["OFFERED OFFERED", "WAITING "];
    expect(await lines()).toEqual(all(first));

    // Each step takes a while from now on, and so does telling of it: the worker is killed while it is at some room.
    await admin.query(
      `create function resources.dawdle() returns trigger language plpgsql as $$
         begin perform pg_sleep(0.5); return new; end $$`,
    );
    for (const table of ["resources.waiting_entry", "activities.notice"])
      await admin.query(
        `create trigger dawdle before insert or update on ${table}
           for each row execute function resources.dawdle()`,
      );
    const expireAll = () =>
      admin.query(
        `update resources.waiting_entry set offered_until = now() - interval '1 second'
         where state = 'OFFERED' and resource_id = any($1)`,
        [rooms],
      );
    await expireAll();
    const second = ["LAPSED OFFERED,LAPSED", "OFFERED OFFERED"];
    const isLapsed = ([one]: readonly string[]) => one?.startsWith("LAPSED") === true;
    await patiently(lines, (now) => now.some(isLapsed));
    await killed.stop("SIGKILL");
    // Whatever was begun is done as a whole, with what is told of it, or not at all.
    const left = await lines();
    for (const line of left) expect([first, second]).toContainEqual(line);
    expect(left).toContainEqual(first);

    await admin.query("drop function resources.dawdle() cascade");
    ending.use(await startHubProcess(folder.path, settings));
    const areAll = (line: readonly string[]) => (now: readonly string[][]) =>
      JSON.stringify(now) === JSON.stringify(all(line));
    await patiently(lines, areAll(second));
    await expireAll();
    await patiently(lines, areAll(WAITING.map(() => "LAPSED OFFERED,LAPSED")));
    const { rows } = await admin.query(
      `select distinct kind || ' ' || state as task from activities.task where noun = 'WaitingEntry'
         and record_id in (select id from resources.waiting_entry where resource_id = any($1))`,
      [rooms],
    );
    expect(rows).toEqual([{ task: "ANSWER_OFFER LAPSED" }]);
  },
  LIMIT_MS,
);
