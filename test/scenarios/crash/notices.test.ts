import { startMailReceiver } from "@alliance-hub/activities/test/mail-setting";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { until } from "@alliance-hub/testing/until";
import { expect, it } from "@jest/globals";
import pg from "pg";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { inHours, person, unitOf } from "../../support/people.ts";
import { createRandom } from "../../support/random.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const [PROVIDER, ASKER] = ["445202-liaison-1", "445202-liaison-2"] as const;
const ADDRESS = "provider@unit.example";
const ROUNDS = 3;
const WRITERS = 6;
/** Mail waits a minute for further changes of the same record; what a killed worker holds waits five. */
const PATIENCE_MS = 600_000;

interface Found {
  readonly id: string;
  readonly state: string;
  readonly notices: readonly string[];
  readonly tasks: readonly string[];
}
const BOOK =
  "mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }";
const DECIDE =
  "mutation ($input: DecideBookingInput!) { decideBooking(input: $input) { booking { id } } }";
const BOOKINGS = `select booking.id, booking.state,
    array(select type from activities.notice where record_id = booking.id order by number) as notices,
    array(select kind || ' ' || state from activities.task where record_id = booking.id) as tasks
  from resources.booking where resource_id = $1`;
const WITHOUT_BOOKING = `select record_id from activities.notice where noun = 'Booking' and occurred_at > $1
    and record_id not in (select id from resources.booking)
  union all select record_id from activities.task where noun = 'Booking' and created_at > $1
    and record_id not in (select id from resources.booking)`;

/** What must have been told and be awaited because of a booking, by its state and nothing else. */
const WANTED: Readonly<Record<string, Pick<Found, "notices" | "tasks">>> = {
  REQUESTED: { notices: ["REQUESTED"], tasks: ["DECIDE_BOOKING OPEN"] },
  CONFIRMED: { notices: ["REQUESTED", "CONFIRMED"], tasks: ["DECIDE_BOOKING DONE"] },
  DENIED: { notices: ["REQUESTED", "DENIED"], tasks: ["DECIDE_BOOKING DONE"] },
};

it(
  "a hub that is killed under writers has told each change once, and what was not made never; mail comes at least once",
  async () => {
    const began = new Date();
    await using folder = await temporaryFolder();
    await using database = await createTestDatabase(DEMONSTRATION);
    await using mail = await startMailReceiver();
    const settings = {
      DATABASE_URL: database.url,
      SMTP_URL: mail.settings.smtpUrl,
      HUB_MAIL_FROM: mail.settings.from,
    };
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await using ending = new AsyncDisposableStack();
    ending.defer(() => admin.end());
    const issuer = await openDemonstrationIssuer(folder.path);
    const tokens = {
      provider: await issuer.token(person(PROVIDER).subject),
      asker: await issuer.token(person(ASKER).subject),
    };
    await admin.query(
      `insert into activities.mail_setting (id, created_at, updated_at, subject, mode, language, address, confirmed_at)
       values (gen_random_uuid(), now(), now(), $1, 'AT_ONCE', 'ZH_CN', $2, now())`,
      [person(PROVIDER).subject, ADDRESS],
    );
    let hub = await startHubProcess(folder.path, settings);
    ending.defer(async () => void (await hub.stop()));
    const shared = await ask(hub.url, {
      query: operation("ShareResource"),
      token: tokens.provider,
      variables: {
        input: {
          providerId: unitOf(PROVIDER),
          title: "多功能厅",
          kind: "VENUE",
          audience: "PUBLIC",
          capacity: 1,
          approval: true,
          publish: true,
        },
      },
    });
    const resourceId = String(shared.data["shareResource"]?.["resource"]?.["id"]);
    const random = createRandom(Date.now());
    const confirmed = new Map<string, string>();
    let hours = 48;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { url } = hub;
      let isKilled = false;
      const send = async (name: keyof typeof tokens, query: string, input: object) => {
        const { data, errors } = await ask(url, {
          query,
          variables: { input },
          token: tokens[name],
        });
        if (errors.length > 0 && !isKilled) throw new Error(JSON.stringify(errors));
        return data;
      };
      const write = async (): Promise<void> => {
        while (!isKilled) {
          hours += 2;
          const during = { start: inHours(hours), end: inHours(hours + 1) };
          const input = { resourceId, organizationId: unitOf(ASKER), during };
          const booked = await send("asker", BOOK, input);
          const id = String(booked["bookResource"]?.["booking"]?.["id"]);
          confirmed.set(id, "REQUESTED");
          if (random.oneIn(3)) continue;
          const confirm = random.oneIn(2);
          await send("provider", DECIDE, { id, confirm, ...(confirm ? {} : { reason: "停用" }) });
          confirmed.set(id, confirm ? "CONFIRMED" : "DENIED");
        }
      };
      const before = confirmed.size;
      const writers = Array.from({ length: WRITERS }, async () => {
        // A hub that is killed breaks connections off; what it confirmed before counts.
        await write().catch((error: unknown) => {
          if (!isKilled) throw error;
        });
      });
      const stopped = Promise.all(writers);
      const wanted = before + random.between(8, 20);
      await Promise.race([
        stopped,
        until(
          () => confirmed.size,
          (size) => size >= wanted,
        ),
      ]);
      isKilled = true;
      await hub.stop("SIGKILL");
      await stopped;
      hub = await startHubProcess(folder.path, settings);
    }
    const { rows: bookings } = await admin.query<Found>(BOOKINGS, [resourceId]);
    expect(bookings.length).toBeGreaterThanOrEqual(ROUNDS * 8);
    for (const { id, state, notices, tasks } of bookings)
      expect({ id, state, notices, tasks }).toEqual({ id, state, ...WANTED[state] });
    const states = new Map(bookings.map(({ id, state }) => [id, state]));
    for (const [id, state] of confirmed)
      // Further than it was confirmed, if the hub was killed before it could say so.
      expect([state, state === "REQUESTED" ? states.get(id) : state]).toContain(states.get(id));
    expect((await admin.query(WITHOUT_BOOKING, [began])).rows).toEqual([]);

    const titles = await titlesOf(hub.url, tokens.provider, new Set(states.keys()));
    expect(titles).toHaveLength(bookings.length);
    const missing = (): string[] => {
      const texts = mail.to(ADDRESS).map(({ text }) => text ?? "");
      return titles.filter((title) => !texts.some((text) => text.includes(title)));
    };
    const since = Date.now();
    await until(
      () => missing(),
      (left) => left.length === 0 || Date.now() - since > PATIENCE_MS * 0.7,
    );
    expect(missing()).toEqual([]);
  },
  PATIENCE_MS,
);

const NOTICES = `query ($after: String) { notices(filter: { types: ["REQUESTED"] }, first: 100, after: $after) {
  pageInfo { hasNextPage endCursor } nodes { title recordId } } }`;

/** What a person was told of some records, as their mail says it. */
async function titlesOf(url: string, token: string, ids: ReadonlySet<string>): Promise<string[]> {
  const titles: string[] = [];
  for (let after: string | null = null; ;) {
    const headers = { "accept-language": "zh-CN" };
    const { data } = await ask(url, { query: NOTICES, variables: { after }, token, headers });
    const page = data["notices"];
    for (const { title, recordId } of page?.["nodes"] ?? [])
      if (ids.has(String(recordId))) titles.push(String(title));
    if (String(page?.["pageInfo"]?.["hasNextPage"]) !== "true") return titles;
    after = String(page?.["pageInfo"]?.["endCursor"]);
  }
}
