import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";
import {
  SET,
  confirmed,
  madeUpNotices,
  outboxStates,
  somebody,
  startMail,
} from "./mail-notices.ts";
import { type MailReceiver, startMailReceiver } from "./mail-setting.ts";

let setting: CalendarSetting;
let server: MailReceiver;
beforeAll(async () => {
  setting = await createCalendarSetting();
  server = await startMailReceiver({ pausesMs: [1, 1, 1, 1, 1, 1, 1, 1] });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

/** Puts as many codes into the outbox, each for a person of its own. @returns their addresses. */
async function codes(count: number): Promise<string[]> {
  const addresses: string[] = [];
  for (let number = 0; number < count; number++) {
    const person = somebody();
    const address = `${person.subject}@example.org`;
    await setting.call(person, SET, { input: { address } });
    addresses.push(address);
  }
  return addresses;
}
const finished = () =>
  until(
    () => outboxStates(setting),
    (states) => states.every((state) => !state.endsWith("PENDING")),
  );

describe("workers that send mail", () => {
  it("send each mail once where several work on one database", async () => {
    const addresses = await codes(12);
    await using _first = startMail(setting, server.settings);
    await using _second = startMail(setting, server.settings);
    await finished();
    for (const address of addresses) expect(server.to(address)).toHaveLength(1);
  });

  it("take over at once what one had leased that was killed, and not what one is at that lives", async () => {
    const [dead = "", busy = ""] = await codes(2);
    const lease = (address: string, number: number) =>
      setting.admin.query(
        `update activities.mail_outbox set closed = true, lease_id = gen_random_uuid(), leased_by = $2,
           leased_until = clock_timestamp() + interval '5 minutes'
         where subject || '@example.org' = $1`,
        [address, number],
      );
    await setting.admin.query("select pg_advisory_lock(hashtext('webhook_worker'), 900002)");
    await lease(dead, 900_001);
    await lease(busy, 900_002);
    await using _work = startMail(setting, server.settings);
    await until(
      () => server.to(dead),
      (mails) => mails.length === 1,
    );
    expect(server.to(busy)).toEqual([]);
    // The other one is killed, too.
    await setting.admin.query("select pg_advisory_unlock(hashtext('webhook_worker'), 900002)");
    await until(
      () => server.to(busy),
      (mails) => mails.length === 1,
    );
    await finished();
  });

  it("wait for a server that is away, without giving anything up", async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const [address = ""] = await codes(1);
    const away = { ...server.settings, smtpUrl: `smtp://127.0.0.1:${port}` };
    {
      await using _work = startMail(setting, away);
      const { rows: tried } = await until(
        () =>
          setting.admin.query(
            "select failures from activities.mail_outbox where closed and lease_id is null and subject || '@example.org' = $1",
            [address],
          ),
        ({ rowCount }) => rowCount === 1,
      );
      expect(tried).toEqual([{ failures: 0 }]);
    }
    await using _work = startMail(setting, server.settings);
    await finished();
    expect(server.to(address)).toHaveLength(1);
  });

  it("do nothing without a server, and nothing fails", async () => {
    const [address = ""] = await codes(1);
    await using work = startMail(setting, undefined);
    await work[Symbol.asyncDispose]();
    expect((await outboxStates(setting)).filter((state) => state.endsWith("PENDING"))).toHaveLength(
      1,
    );
    expect(server.to(address)).toEqual([]);
  });
});

describe("whatever happens", () => {
  it("every notice is mailed, and only a broken connection makes it come twice, under the same id", async () => {
    const notices = madeUpNotices(setting.clock);
    let number = 0;
    const step = fc.oneof(
      fc.record({ what: fc.constant("notice"), record: fc.nat(2) }),
      fc.record({ what: fc.constantFrom("later", "break", "restart"), record: fc.constant(0) }),
    );
    let work = startMail(setting, server.settings, notices.source);
    const restart = async (): Promise<void> => {
      await work[Symbol.asyncDispose]();
      work = startMail(setting, server.settings, notices.source);
    };
    let breaking = 0;
    server.answer = () => (breaking-- > 0 ? "BREAK" : undefined);
    const people = [
      await confirmed(setting, server),
      await confirmed(setting, server, { mode: "DAILY" }),
    ];
    const subjects = people.map(({ subject }) => subject);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        breaking = 0;
        const since = server.received.length;
        const texts: string[] = [];
        for (const { what, record } of steps) {
          if (what === "notice") {
            const text = `通知第${(number += 1)}号。`;
            texts.push(text);
            notices.add({ subjects, text, recordId: `record-${record}` });
          } else if (what === "break") breaking = 1;
          else if (what === "restart") await restart();
          else setting.clock.now = new Date(setting.clock.now.getTime() + 61_000);
        }
        const end = await notices.source.end(undefined as never);
        await until(
          async () =>
            (await setting.admin.query("select number::int from activities.mail_cursor")).rows[0]
              .number,
          (reached) => reached === end,
        );
        setting.clock.now = new Date(setting.clock.now.getTime() + 86_400_000);
        await until(
          async () => {
            setting.clock.now = new Date(setting.clock.now.getTime() + 10);
            return await outboxStates(setting);
          },
          (states) => states.every((state) => !state.endsWith("PENDING")),
        );
        const came = server.received.slice(since);
        for (const { address } of people) {
          const mine = came.filter(({ recipients }) => recipients.includes(address));
          const once = new Map(mine.map((mail) => [mail.messageId, mail.text ?? ""]));
          const all = [...once.values()].join("\n");
          for (const text of texts) expect([text, all.split(text).length - 1]).toEqual([text, 1]);
        }
      }),
      { numRuns: 12 },
    );
    await work[Symbol.asyncDispose]();
  });
});
