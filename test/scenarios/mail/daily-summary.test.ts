import { type MailReceiver, startMailReceiver } from "@alliance-hub/activities/test/mail-setting";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

/**
 * A mail summary at 07:30 and none on a quiet day. The first unit's liaison wants a daily summary; the second
 * unit's liaison joins the first one's activity in the afternoon.
 */
const SECRETARY = "445202-secretary";
const [FIRST, SECOND] = ["445202-liaison-1", "445202-liaison-2"] as const;
const COMMITTEE = committeeOf(SECRETARY);

const SET =
  "mutation ($input: SetMailSettingsInput!) { setMailSettings(input: $input) { mailSettings { confirmedAt } } }";
const CONFIRM =
  "mutation ($input: ConfirmMailAddressInput!) { confirmMailAddress(input: $input) { mailSettings { confirmedAt } } }";

let hub: TestHub;
let server: MailReceiver;
let now = new Date();
/** Sets the hub's clock, by that of Asia/Shanghai. Years ahead nothing of the demonstration is near any more. */
const at = (day: number, time: string): void => {
  now = new Date(
    `${new Date().getFullYear() + 4}-03-${String(day).padStart(2, "0")}T${time}+08:00`,
  );
};
beforeAll(async () => {
  server = await startMailReceiver();
  hub = await startHub(
    {
      SMTP_URL: server.settings.smtpUrl,
      HUB_MAIL_FROM: "hub@alliance.example",
      HUB_ADDRESS: "https://hub.example",
    },
    () => now,
  );
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

async function done(query: string, variables: object, as: string) {
  const { data, errors } = await hub.ask(query, variables, as);
  expect(errors).toEqual([]);
  return data;
}

/** Somebody enters an address, and the code that came there. @returns when all that was due before has been sent. */
async function wantsSummary(as: string): Promise<string> {
  const address = `${as}@units.example`;
  const before = server.to(address).length;
  await done(SET, { input: { address, mode: "DAILY", language: "ZH_CN" } }, as);
  const mails = await until(
    () => server.to(address),
    ({ length }) => length > before,
  );
  const code = /\b\w{4}-\w{4}-\w{4}\b/.exec(mails.at(-1)?.text ?? "")?.[0] ?? "";
  await done(CONFIRM, { input: { code } }, as);
  return address;
}

describe("a daily summary", () => {
  let address: string;
  let activity: string;

  it("before: two units are in the committee, and the first one's liaison wants a summary", async () => {
    for (const name of [FIRST, SECOND])
      await hub.ask(
        operation("JoinCommittee"),
        { input: { committeeId: COMMITTEE, organizationId: unitOf(name) } },
        SECRETARY,
      );
    at(1, "10:00");
    address = await wantsSummary(FIRST);
    const year = now.getFullYear();
    const scheduled = await done(
      operation("ScheduleActivity"),
      {
        input: {
          committeeId: COMMITTEE,
          hostId: unitOf(FIRST),
          title: "春季义诊",
          kind: "SERVICE",
          during: { start: `${year}-04-20T09:00:00+08:00`, end: `${year}-04-20T11:00:00+08:00` },
          audience: "COMMITTEE",
        },
      },
      FIRST,
    );
    activity = String(scheduled["scheduleActivity"]?.["activity"]?.["id"]);
  });

  it("comes at 07:30 with what happened the day before, and leads to it", async () => {
    at(1, "15:00");
    await done(operation("JoinActivity"), { id: activity, organizationId: unitOf(SECOND) }, SECOND);
    at(2, "07:29");
    // A mail that is sent later than the summary would have been.
    await wantsSummary(SECOND);
    expect(server.to(address)).toHaveLength(1);
    at(2, "07:30");
    const mails = await until(
      () => server.to(address),
      ({ length }) => length > 1,
    );
    expect(mails).toHaveLength(2);
    expect(mails[1]).toMatchObject({ subject: "【联盟枢纽】每日摘要：1 条通知" });
    expect(mails[1]?.text).toContain("参加“春季义诊”");
    expect(mails[1]?.text).toContain(`https://hub.example/activities/${activity}`);
  });

  it("does not come on a quiet day", async () => {
    at(3, "08:00");
    await wantsSummary(SECRETARY);
    expect(server.to(address)).toHaveLength(2);
  });
});
