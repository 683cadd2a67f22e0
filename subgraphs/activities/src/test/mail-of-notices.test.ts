import { randomUUID } from "node:crypto";
import { until } from "@alliance-hub/testing/until";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";
import { confirmed, outboxStates } from "./mail-notices.ts";
import { type MailReceiver, startMailReceiver } from "./mail-setting.ts";

let setting: CalendarSetting;
let server: MailReceiver;
let work: AsyncDisposable | undefined;
beforeAll(async () => {
  server = await startMailReceiver();
  setting = await createCalendarSetting({ mail: server.settings });
  setting.clock.now = new Date();
  work = setting.subgraph.work?.();
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

/** Names a person as liaison of a unit. */
const nameLiaison = (subject: string, organizationId: string) =>
  setting.admin.query(
    `insert into members.liaison (id, created_at, updated_at, organization_id, subject, name, region_code, region_path, alliance_code)
     values ($1, now(), now(), $2, $3, '某人', $4, $5, $6)`,
    [randomUUID(), organizationId, subject, ...PLACE],
  );

async function venue(audience: string, title: string): Promise<string> {
  const id = randomUUID();
  await setting.admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
       region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), $2, 'VENUE', $3, $4, $5, 'PUBLISHED', now(), $6, $7, $8, '', '{}')`,
    [id, title, setting.units.c, setting.committeeId, audience, ...PLACE],
  );
  return id;
}

/** Leaves a notice with a unit, as the subgraph of resources does. */
const leave = (organizationId: string, resourceId: string) =>
  setting.admin.query("select directory.leave_notices($1, $2)", [
    JSON.stringify([
      {
        id: randomUUID(),
        noun: "Booking",
        type: "BOOKED",
        recordId: randomUUID(),
        organizationId,
        facts: {
          organization: { unit: setting.units.b },
          resource: { record: ["Resource", resourceId] },
          during: { from: "2026-03-12T01:00:00Z", to: "2026-03-12T03:00:00Z" },
          purpose: { text: "悄悄排练" },
        },
      },
    ]),
    setting.clock.now,
  ]);

const settled = async (): Promise<void> => {
  const { rows } = await setting.admin.query(
    "select coalesce(max(number), 0)::int as newest from activities.notice",
  );
  await until(
    async () =>
      (await setting.admin.query("select number::int from activities.mail_cursor")).rows[0].number,
    (number) => number === rows[0].newest,
  );
  setting.clock.now = new Date(setting.clock.now.getTime() + 60_000);
  await until(
    () => outboxStates(setting),
    (states) => states.every((state) => !state.endsWith("PENDING")),
  );
};

/** A term of the committee with a secretary and a deputy, who has it from yesterday to tomorrow. */
async function handedOver(secretary: string, deputy: string): Promise<void> {
  const { admin, committeeId, units, clock } = setting;
  const [termId, bySeat, seat] = [randomUUID(), randomUUID(), randomUUID()];
  const day = (offset: number) =>
    new Date(clock.now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  await admin.query(
    `insert into members.term (id, created_at, updated_at, committee_id, number, starts_on, ends_on, state)
     values ($1, now(), now(), $2, 1, $3, $4, 'CURRENT')`,
    [termId, committeeId, day(-100), day(100)],
  );
  for (const [id, subject, role] of [
    [bySeat, secretary, "SECRETARY"],
    [seat, deputy, "DEPUTY_SECRETARY"],
  ]) {
    await admin.query(
      `insert into members.seat (id, created_at, updated_at, committee_id, term_id, organization_id, subject, holder_name, role, since,
         region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, $4, $5, '某人', $6, $7, $8, $9, $10)`,
      [id, committeeId, termId, units.base, subject, role, day(-100), ...PLACE],
    );
  }
  await admin.query(
    `insert into members.handover (id, created_at, updated_at, committee_id, seat_id, by_seat_id, "from", until, region_code, region_path, alliance_code)
     values ($1, now(), now(), $2, $3, $4, $5, $6, $7, $8, $9)`,
    [randomUUID(), committeeId, seat, bySeat, day(-1), day(1), ...PLACE],
  );
}

describe("the notices of the hub", () => {
  it("are mailed to whoever acts for the unit that was told, by title only where they may see the record", async () => {
    const { a, stranger } = setting.units;
    const [inside, outside, nobody] = [
      await confirmed(setting, server),
      await confirmed(setting, server),
      await confirmed(setting, server),
    ];
    await nameLiaison(inside.subject, a);
    await nameLiaison(outside.subject, stranger);
    await until(
      async () =>
        (await setting.admin.query("select number from activities.mail_cursor")).rows[0].number,
      (number) => number !== null,
    );
    const hidden = await venue("COMMITTEE", "里面的会议室");
    await leave(a, hidden);
    await leave(stranger, hidden);
    await settled();
    const mailOf = ({ address }: { readonly address: string }) => server.to(address)[1];
    expect(mailOf(inside)?.text).toContain("b预约了“里面的会议室”");
    expect(mailOf(inside)?.text).toContain("悄悄排练");
    expect(mailOf(inside)?.text).toMatch(/https:\/\/hub\.example\/bookings\/[0-9a-f-]{36}\n/);
    expect(mailOf(outside)?.text).toContain("b预约了一项资源");
    expect(mailOf(outside)?.subject).not.toContain("会议室");
    expect(mailOf(outside)?.text).not.toContain("悄悄排练");
    expect(mailOf(nobody)).toBeUndefined();
  });

  it("are not mailed to whoever has left the office in the meantime", async () => {
    const { b } = setting.units;
    const former = await confirmed(setting, server);
    await nameLiaison(former.subject, b);
    await leave(b, await venue("PUBLIC", "广场"));
    const { rows } = await setting.admin.query(
      "select max(number)::int as newest from activities.notice",
    );
    await until(
      async () =>
        (await setting.admin.query("select number::int from activities.mail_cursor")).rows[0]
          .number,
      (number) => number === rows[0].newest,
    );
    await setting.admin.query("update members.liaison set ended_at = now() where subject = $1", [
      former.subject,
    ]);
    await settled();
    expect(await outboxStates(setting, former.subject)).toContain("AT_ONCE WITHHELD");
    expect(server.to(former.address)).toHaveLength(1);
  });

  it("to a committee are mailed to its secretary and, while it is handed over, to the deputy", async () => {
    const [secretary, deputy] = [
      await confirmed(setting, server),
      await confirmed(setting, server),
    ];
    await handedOver(secretary.subject, deputy.subject);
    const tell = () =>
      setting.admin.query("select directory.leave_notices($1, $2)", [
        JSON.stringify([
          {
            id: randomUUID(),
            noun: "Committee",
            type: "CHANGED",
            recordId: setting.committeeId,
            committeeId: setting.committeeId,
            facts: { committee: { committee: setting.committeeId } },
          },
        ]),
        setting.clock.now,
      ]);
    await tell();
    await settled();
    for (const person of [secretary, deputy]) {
      const [, mail] = server.to(person.address);
      expect(mail?.text).toContain("大工委的名称、主题、示范标记或上级有变动");
      expect(mail?.text).toContain(`https://hub.example/committees/${setting.committeeId}`);
    }
    await setting.admin.query("update members.handover set ended_at = now()");
    await tell();
    await settled();
    expect(server.to(secretary.address)).toHaveLength(3);
    expect(server.to(deputy.address)).toHaveLength(2);
    // Both were written at one moment of the clock.
    expect(new Set(await outboxStates(setting, deputy.subject))).toEqual(
      new Set(["CODE SENT", "AT_ONCE SENT"]),
    );
  });
});
