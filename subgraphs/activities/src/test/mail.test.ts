import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";
import {
  type MadeUpNotices,
  SET,
  confirmed,
  madeUpNotices,
  outboxStates,
  startMail,
} from "./mail-notices.ts";
import { type MailReceiver, answerWith, startMailReceiver } from "./mail-setting.ts";

const MINUTE_MS = 60_000;

let setting: CalendarSetting;
let server: MailReceiver;
let notices: MadeUpNotices;
let work: AsyncDisposable;
beforeAll(async () => {
  setting = await createCalendarSetting();
  server = await startMailReceiver({ pausesMs: [MINUTE_MS, 2 * MINUTE_MS] });
  notices = madeUpNotices(setting.clock);
  work = startMail(setting, server.settings, notices.source);
  // The first look at the notices begins with what comes after it.
  await until(cursor, (number) => number !== null);
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});
beforeEach(() => {
  server.accept = () => undefined;
  server.answer = () => undefined;
  setting.clock.now = new Date("2026-03-02T04:00:00Z");
});

async function cursor(): Promise<number | null> {
  const { rows } = await setting.admin.query("select number::int from activities.mail_cursor");
  return rows[0].number;
}
/** All notices have become messages. */
const put = async (): Promise<void> => {
  const end = await notices.source.end(undefined as never);
  await until(cursor, (number) => number === end);
};
const later = (ms: number): void => {
  setting.clock.now = new Date(setting.clock.now.getTime() + ms);
};
const settled = (subject?: string): Promise<string[]> =>
  until(
    () => outboxStates(setting, subject),
    (states) => states.every((state) => !state.endsWith("PENDING")),
  );
/** Mails to an address besides the code. */
const told = (address: string, count: number) =>
  until(
    () => server.to(address).slice(1),
    (found) => found.length >= count,
  );

describe("mail at once", () => {
  it("is one for the changes of one record within a minute, and another for what comes later", async () => {
    const { subject, address } = await confirmed(setting, server);
    notices.add({ subjects: [subject], text: "义诊已排期", recordId: "one" });
    await put();
    later(30_000);
    notices.add({ subjects: [subject], text: "义诊已改期", recordId: "one" });
    notices.add({ subjects: [subject], text: "会议已取消", recordId: "two" });
    await put();
    expect(server.to(address)).toHaveLength(1);
    later(30_000);
    const [first] = await told(address, 1);
    expect(first?.subject).toBe("【联盟枢纽】义诊已排期");
    expect(first?.text).toContain("义诊已排期\nhttps://hub.example/activities/one");
    expect(first?.text).toContain("义诊已改期");
    expect(first?.html).toContain('<a href="https://hub.example/activities/one">义诊已改期</a>');
    expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}@alliance\.example>$/);
    expect(first?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe(
      "auto-generated",
    );
    notices.add({ subjects: [subject], text: "义诊已取消", recordId: "one" });
    await put();
    later(MINUTE_MS);
    const mails = await told(address, 3);
    expect(new Set(mails.map((mail) => mail.subject))).toEqual(
      new Set(["【联盟枢纽】义诊已排期", "【联盟枢纽】会议已取消", "【联盟枢纽】义诊已取消"]),
    );
  });

  it("is in the person's language, and cannot be made into something else by a title", async () => {
    const texts = async (language: string) => {
      const { subject, address } = await confirmed(setting, server, { language });
      notices.add({ subjects: [subject], text: '<b>"联络员"</b>\r\nBcc: x@example.org &' });
      await put();
      later(MINUTE_MS);
      const [mail] = await told(address, 1);
      expect(mail?.recipients).toEqual([address]);
      expect(mail?.bcc ?? []).toEqual([]);
      expect(mail?.html).not.toContain("<b>");
      expect(mail?.html).toContain("&lt;b&gt;&quot;");
      return mail?.text ?? "";
    };
    expect(await texts("ZH_CN")).toContain("请勿回复");
    expect(await texts("ZH_TW")).toContain("聯絡員");
    expect(await texts("EN")).toContain("please do not reply");
  });

  it("has what the person may see when it is sent, and is not sent where nothing is left", async () => {
    const { subject, address } = await confirmed(setting, server);
    const hidden = notices.add({ subjects: [subject], text: "看不到的", recordId: "one" });
    notices.add({ subjects: [subject], text: "看得到的", recordId: "one" });
    const gone = notices.add({ subjects: [subject], text: "也看不到", recordId: "two" });
    await put();
    notices.hide(hidden);
    notices.hide(gone);
    later(MINUTE_MS);
    const [mail] = await told(address, 1);
    expect(mail?.text).toContain("看得到的");
    expect(mail?.text).not.toContain("看不到的");
    expect(await settled(subject)).toContain("AT_ONCE WITHHELD");
    expect(server.to(address)).toHaveLength(2);
    expect(notices.readers).toContain(subject);
  });

  it("is for nobody who wants none, has not confirmed, or was told days ago", async () => {
    const none = await confirmed(setting, server);
    await setting.call(none.viewer, SET, { input: { mode: "NONE" } });
    const moved = await confirmed(setting, server);
    await setting.call(moved.viewer, SET, { input: { address: `new-${moved.address}` } });
    const stale = await confirmed(setting, server);
    const changed = await confirmed(setting, server);
    const two = new Date(setting.clock.now.getTime() - 2 * 86_400_000);
    notices.add({ subjects: [stale.subject], text: "前天的", at: two });
    notices.add({ subjects: [none.subject, moved.subject, changed.subject], text: "今天的" });
    await put();
    await setting.call(changed.viewer, SET, { input: { mode: "NONE" } });
    later(MINUTE_MS);
    await settled();
    for (const { address } of [none, moved, stale, changed])
      expect(server.to(address)).toHaveLength(1);
    // The new address got the code that confirms it, and nothing else.
    const unconfirmed = server.to(`new-${moved.address}`).map(({ subject }) => subject);
    expect(unconfirmed).toEqual(["【联盟枢纽】确认您的邮箱"]);
  });
});

describe("the daily summary", () => {
  it("comes at 07:30 in Asia/Shanghai, once, with all of the day before, and not on a quiet day", async () => {
    const { subject, address } = await confirmed(setting, server, { mode: "DAILY" });
    const quiet = await confirmed(setting, server, { mode: "DAILY" });
    notices.add({ subjects: [subject], text: "第一件", recordId: "one" });
    await put();
    later(3_600_000);
    notices.add({ subjects: [subject], text: "第二件", recordId: "two" });
    await put();
    setting.clock.now = new Date("2026-03-02T23:29:59Z");
    await setting.admin.query("notify mail_outbox");
    expect(server.to(address)).toHaveLength(1);
    setting.clock.now = new Date("2026-03-02T23:30:00Z");
    const [mail] = await told(address, 1);
    expect(mail?.subject).toBe("【联盟枢纽】每日摘要：2 条通知");
    expect(mail?.text).toMatch(/第一件[^]*第二件/);
    // What comes at half past seven belongs to the next day.
    notices.add({ subjects: [subject], text: "第三件" });
    await put();
    setting.clock.now = new Date("2026-03-03T23:29:00Z");
    expect(server.to(address)).toHaveLength(2);
    setting.clock.now = new Date("2026-03-03T23:30:00Z");
    const [, next] = await told(address, 2);
    expect(next?.subject).toBe("【联盟枢纽】每日摘要：1 条通知");
    setting.clock.now = new Date("2026-03-05T23:30:00Z");
    await settled();
    expect(server.to(address)).toHaveLength(3);
    expect(server.to(quiet.address)).toHaveLength(1);
  });
});

describe("a mail server", () => {
  it("that breaks off after it took a mail gets it again under the same id, any other once", async () => {
    const { subject, address } = await confirmed(setting, server);
    let broken = 0;
    server.answer = ({ recipients }) =>
      recipients.includes(address) && broken++ === 0 ? "BREAK" : undefined;
    notices.add({ subjects: [subject], text: "断线" });
    await put();
    later(MINUTE_MS);
    await told(address, 1);
    await until(
      async () => (await outboxStates(setting)).filter((state) => state.endsWith("PENDING")),
      (waiting) => waiting.length === 1,
    );
    later(2 * MINUTE_MS);
    const [first, second] = await told(address, 2);
    expect(second?.messageId).toBe(first?.messageId);
    await settled();
    expect(server.to(address)).toHaveLength(3);
  });

  it("that asks to come back gets it after a pause, and no more after the last one", async () => {
    const { subject, address } = await confirmed(setting, server);
    let tries = 0;
    server.accept = (to) => {
      if (to !== address) return;
      tries += 1;
      throw answerWith(451);
    };
    notices.add({ subjects: [subject], text: "灰名单" });
    await put();
    for (const expected of [1, 2, 3]) {
      later(2 * MINUTE_MS);
      await until(
        () => tries,
        (count) => count === expected,
      );
      await until(
        async () =>
          (
            await setting.admin.query(
              "select from activities.mail_outbox where lease_id is not null",
            )
          ).rowCount,
        (leased) => leased === 0,
      );
    }
    expect(new Set(await settled(subject))).toEqual(new Set(["AT_ONCE GIVEN_UP", "CODE SENT"]));
    expect(server.to(address)).toHaveLength(1);
  });

  it("that knows no such mailbox is not asked again", async () => {
    const { subject, address } = await confirmed(setting, server);
    server.accept = (to) => {
      if (to === address) throw answerWith(550);
    };
    notices.add({ subjects: [subject], text: "查无此人" });
    await put();
    later(MINUTE_MS);
    expect(new Set(await settled(subject))).toEqual(new Set(["AT_ONCE GIVEN_UP", "CODE SENT"]));
  });

  it("keeps nothing of what a mail told of once it is done", async () => {
    const { rows } = await setting.admin.query(
      "select count(*)::int as kept from activities.mail_outbox where state <> 'PENDING' and notice_ids <> '{}'",
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });
});
