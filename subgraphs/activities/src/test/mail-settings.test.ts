import { until } from "@alliance-hub/testing/until";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";
import {
  CONFIRM,
  READ,
  REMOVE,
  SET,
  codeIn,
  confirmed,
  somebody,
  startMail,
} from "./mail-notices.ts";
import { type MailReceiver, startMailReceiver } from "./mail-setting.ts";

let setting: CalendarSetting;
let server: MailReceiver;
let work: AsyncDisposable;
beforeAll(async () => {
  setting = await createCalendarSetting();
  server = await startMailReceiver();
  work = startMail(setting, server.settings);
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

const set = (viewer: Parameters<CalendarSetting["call"]>[0], input: object) =>
  setting.call(viewer, SET, { input });
const mailTo = async (address: string, count = 1) =>
  await until(
    () => server.to(address),
    (found) => found.length >= count,
  );

describe("mail settings", () => {
  it("belong to each person, who confirms the address with the code that comes there", async () => {
    const person = somebody();
    const address = "liaison@example.org";
    const { data } = await set(person, { address, mode: "DAILY", language: "EN" });
    expect(data.setMailSettings.mailSettings).toMatchObject({
      address,
      mode: "DAILY",
      language: "EN",
      confirmedAt: null,
      codeUntil: expect.any(String),
    });
    const [mail] = await mailTo(address);
    expect(mail?.subject).toBe("[Alliance Hub] Confirm your mail address");
    const code = codeIn(mail?.text);
    const wrong = await setting.call(person, CONFIRM, { input: { code: "2222-2222-2222" } });
    expect(wrong.code).toBe("BAD_USER_INPUT");
    const done = await setting.call(person, CONFIRM, {
      input: { code: ` ${code.toLowerCase()} ` },
    });
    expect(done.data.confirmMailAddress.mailSettings).toMatchObject({
      confirmedAt: setting.clock.now.toISOString(),
      codeUntil: null,
    });
    expect((await setting.call(person, READ)).data.mailSettings).toMatchObject({ mode: "DAILY" });
    // The same address stays confirmed, another one does not.
    const same = await set(person, { address, mode: "AT_ONCE" });
    expect(same.data.setMailSettings.mailSettings.confirmedAt).not.toBeNull();
    const moved = await set(person, { address: "moved@example.org" });
    expect(moved.data.setMailSettings.mailSettings.confirmedAt).toBeNull();
    await mailTo("moved@example.org");
    expect(server.to(address)).toHaveLength(1);
    expect((await setting.call(person, CONFIRM, { input: { code } })).code).toBe("BAD_USER_INPUT");
  });

  it("are set, confirmed, removed and read by nobody else: no stranger, partner or anonymous caller", async () => {
    const { viewer } = await confirmed(setting, server);
    const partner = {
      ...viewer,
      kind: "PARTNER",
      scopes: ["activities:read", "activities:write"],
    } as const;
    const calls = [
      [SET, { address: "other@example.org" }],
      [CONFIRM, { code: "2222-2222-2222" }],
      [REMOVE, {}],
    ] as const;
    for (const [query, input] of calls) {
      expect((await setting.call(ANONYMOUS, query, { input })).code).toBe("UNAUTHENTICATED");
      expect((await setting.call(partner, query, { input })).code).toBe("FORBIDDEN");
    }
    for (const other of [ANONYMOUS, partner, somebody(), setting.secretary])
      expect((await setting.call(other, READ)).data.mailSettings).toBeNull();
    // A stranger's removal is of the stranger's own settings, and there are none.
    expect((await setting.call(somebody(), REMOVE, { input: {} })).code).toBe("CONFLICT");
    expect((await setting.call(viewer, READ)).data.mailSettings).not.toBeNull();
    expect((await setting.call(viewer, REMOVE, { input: {} })).code).toBeUndefined();
    expect((await setting.call(viewer, READ)).data.mailSettings).toBeNull();
  });

  it("take one address, and nothing that could be read as another one or a line of its own", async () => {
    const wrong = [
      "",
      "nobody",
      "a@b",
      "a@example.org, b@example.org",
      "a@example.org\nBcc: b@example.org",
    ];
    wrong.push(
      "名字 <a@example.org>",
      `${"a".repeat(250)}@example.org`,
      '"a b"@example.org',
      "a@-x.org",
    );
    for (const address of wrong)
      expect([address, (await set(somebody(), { address })).code]).toEqual([
        address,
        "BAD_USER_INPUT",
      ]);
    for (const address of ["13800138000@139.example", "o'brien+hub@sub.example.org"])
      expect((await set(somebody(), { address })).code).toBeUndefined();
    expect((await set(somebody(), { mode: "DAILY" })).code).toBe("BAD_USER_INPUT");
  });

  it("send at most five codes a day, and none that has expired is taken", async () => {
    const person = somebody();
    for (let count = 0; count < 5; count++) {
      const address = `box${count}@example.org`;
      expect((await set(person, { address })).code).toBeUndefined();
      await mailTo(address);
    }
    expect((await set(person, { address: "box5@example.org" })).code).toBe("RATE_LIMITED");
    expect((await set(person, { mode: "NONE" })).code).toBeUndefined();
    const code = codeIn(server.to("box4@example.org")[0]?.text);
    const before = setting.clock.now;
    setting.clock.now = new Date(before.getTime() + 86_400_000);
    expect((await setting.call(person, CONFIRM, { input: { code } })).code).toBe("CONFLICT");
    expect((await set(person, { mode: "DAILY" })).code).toBeUndefined();
    const [, fresh] = await mailTo("box4@example.org", 2);
    expect(codeIn(fresh?.text)).not.toBe(code);
    setting.clock.now = before;
  });

  it("are kept by the audit log without address and code, and a stale version is a conflict", async () => {
    const { viewer, subject, address } = await confirmed(setting, server);
    const stale = await set(viewer, { mode: "NONE", version: 1 });
    expect(stale.code).toBe("CONFLICT");
    const { rows } = await setting.admin.query(
      "select json_agg(entry)::text as text from audit.entry where subject = $1",
      [subject],
    );
    expect(rows[0].text).toContain("setMailSettings");
    expect(rows[0].text).not.toContain(`"${address}"`);
    const code = codeIn(server.to(address)[0]?.text).replaceAll("-", "");
    expect(rows[0].text).not.toContain(code);
  });
});
