import { createHmac, randomUUID } from "node:crypto";
import { PLACE } from "@alliance-hub/testing/street-committee";
import type { ReceivedRequest } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CANCEL, RESCHEDULE, on, scheduled } from "./calendar-setting.ts";
import {
  CREATE,
  ROTATE,
  TEST,
  UPDATE,
  type WebhookSetting,
  createWebhookSetting,
  untilTold,
} from "./webhook-setting.ts";

const TURN_MS = 3200;
const TAKEN = '{"errcode":0,"errmsg":"ok"}';

let setting: WebhookSetting;
let work: AsyncDisposable | undefined;
beforeAll(async () => {
  setting = await createWebhookSetting();
  work = setting.subgraph.work?.();
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

/** A robot that answers as its service does. */
async function robot(kind: string, input: object = {}, answer = TAKEN) {
  const registered = await setting.register({ kind, ...input });
  registered.receiver.answer = (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  };
  return registered;
}
const later = (ms: number): void => {
  setting.clock.now = new Date(setting.clock.now.getTime() + ms);
};
const bodyOf = (request: ReceivedRequest | undefined) => JSON.parse(request?.body ?? "{}");
const hmac = (key: string, text: string) => createHmac("sha256", key).update(text).digest("base64");

async function venue(title: string): Promise<string> {
  const id = randomUUID();
  await setting.admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
       region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), $2, 'VENUE', $3, $4, 'COMMITTEE', 'PUBLISHED', now(), $5, $6, $7, '', '{}')`,
    [id, title, setting.units.c, setting.committeeId, ...PLACE],
  );
  return id;
}

describe("the robot of a chat group", () => {
  it("of 企业微信 gets markdown that says what happened, when, why, where and by whom", async () => {
    await using wecom = await robot("ROBOT_WECOM");
    const id = await scheduled(setting, { venueId: await venue("红色驿站") });
    await wecom.receiver.count(1);
    later(TURN_MS);
    const input = { id, during: on("2026-03-12"), reason: "下雨" };
    await setting.done(RESCHEDULE, input, setting.secretary);
    const [first, second] = await wecom.receiver.count(2);
    expect(first?.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(bodyOf(first)).toEqual({
      msgtype: "markdown",
      markdown: { content: expect.stringMatching(/^\*\*活动排定：义务植树\*\*\n>时间：/) },
    });
    const { content } = bodyOf(second).markdown;
    expect(content).toContain("**活动改期：义务植树**");
    expect(content).toMatch(/>时间：.*3月12日.*09:00–11:00，原定.*3月11日.*09:00–11:00\n/);
    for (const line of [">原因：下雨", ">主办：a", ">委员会：大工委", ">地点：红色驿站"])
      expect(content.split("\n")).toContain(line);
  });

  it("of 钉钉 gets markdown, signed in the address, and of 飞书 a text, signed in the body", async () => {
    await using ding = await robot("ROBOT_DINGTALK", { robotSecret: "SECabc" });
    await using feishu = await robot(
      "ROBOT_FEISHU",
      { robotSecret: "abc" },
      '{"code":0,"data":{}}',
    );
    await scheduled(setting);
    const [toDing] = await ding.receiver.count(1);
    const [toFeishu] = await feishu.receiver.count(1);
    const query = new URL(toDing?.path ?? "", "http://x").searchParams;
    const at = query.get("timestamp") ?? "";
    expect(at).toBe(String(setting.clock.now.getTime()));
    expect(query.get("sign")).toBe(hmac("SECabc", `${at}\nSECabc`));
    expect(bodyOf(toDing)).toEqual({
      msgtype: "markdown",
      markdown: {
        title: "活动排定：义务植树",
        text: expect.stringMatching(/^#### 活动排定：义务植树\n- 时间：/),
      },
    });
    const seconds = String(Math.floor(setting.clock.now.getTime() / 1000));
    expect(bodyOf(toFeishu)).toEqual({
      timestamp: seconds,
      sign: hmac(`${seconds}\nabc`, ""),
      msg_type: "text",
      content: { text: expect.stringMatching(/^活动排定：义务植树\n时间：/) },
    });
  });

  it("is never made to mention or link by a title, and never told of a venue that its unit may not see", async () => {
    const { stranger } = setting.units;
    const owner = { ...setting.secretary, organizationIds: [stranger] };
    const input = { kind: "ROBOT_FEISHU", organizationId: stranger };
    await using feishu = await setting.register(input, owner);
    feishu.receiver.answer = (_request, response) => void response.writeHead(200).end('{"code":0}');
    const title = '<at user_id="all"></at>[点我](https://x.example) *大家*';
    const venueId = await venue("里面的会议室");
    await scheduled(setting, { title, venueId, place: "办公楼", audience: "PUBLIC" });
    const [request] = await feishu.receiver.count(1);
    expect(request?.body).not.toMatch(/[<>*]|\]\(/);
    expect(request?.body).not.toContain("会议室");
    expect(request?.body).toContain("地点：办公楼");
    expect(bodyOf(request).content.text).toContain("＜at user＿id");
  });

  it("gets what came meanwhile as one message, in order, and never more than twenty a minute", async () => {
    await using wecom = await robot("ROBOT_WECOM");
    await using _another = await setting.another();
    await scheduled(setting, { title: "第 0 项" });
    await wecom.receiver.count(1);
    const begun = setting.clock.now.getTime();
    const titles = Array.from({ length: 45 }, (_, number) => `第 ${number + 1} 项`);
    for (const title of titles) await scheduled(setting, { title });
    expect(wecom.receiver.received).toHaveLength(1);
    const text = () =>
      wecom.receiver.received.map((one) => bodyOf(one).markdown.content).join("\n");
    while (!text().includes("第 45 项")) {
      later(400);
      await new Promise((resolve) => setTimeout(resolve, 30));
      const turns = 1 + Math.floor((setting.clock.now.getTime() - begun) / TURN_MS);
      expect(wecom.receiver.received.length).toBeLessThanOrEqual(turns);
    }
    expect(text().match(/第 \d+ 项/g)).toEqual(["第 0 项", ...titles]);
    expect(wecom.receiver.received.length).toBeLessThan(12);
    expect(wecom.receiver.mostOpen).toBe(1);
    for (const request of wecom.receiver.received)
      expect(Buffer.byteLength(bodyOf(request).markdown.content)).toBeLessThanOrEqual(4096);
    const delivered = async (): Promise<number> => {
      const { rows } = await setting.admin.query(
        "select count(*)::int as count from activities.webhook_delivery where endpoint_id = $1 and state = 'DELIVERED'",
        [wecom.id],
      );
      return rows[0].count;
    };
    await until(delivered, (count) => count === 46);
  });

  it("that says in its answer that it did not take a message gets it again, and nothing while it is sent to too often", async () => {
    let answer = '{"errcode":45009,"errmsg":"api freq out of limit"}';
    await using wecom = await robot("ROBOT_WECOM");
    wecom.receiver.answer = (_request, response) => void response.writeHead(200).end(answer);
    const id = await scheduled(setting);
    const told = await untilTold(setting, wecom.id, ({ failingSince }) => failingSince !== null);
    expect(told.deliveries[0]?.attempts[0]).toMatchObject({
      status: 200,
      error: "The robot was sent to too often: code 45009.",
    });
    await setting.done(CANCEL, { id, reason: "取消了" }, setting.secretary);
    later(59_000);
    answer = TAKEN;
    await setting.admin.query("notify activity_update");
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(wecom.receiver.received).toHaveLength(1);
    later(20_000);
    const [, second] = await wecom.receiver.count(2);
    // What failed and what came since, in order.
    expect(bodyOf(second).markdown.content).toMatch(/活动排定[^]*活动取消/);
    await untilTold(setting, wecom.id, ({ failingSince }) => failingSince === null);
  });

  it("is tested with a message of its own, at most once in a few seconds", async () => {
    await using wecom = await robot("ROBOT_WECOM");
    const { delivery } = await setting.done(TEST, { id: wecom.id });
    expect(delivery).toMatchObject({ state: "DELIVERED" });
    expect(bodyOf(wecom.receiver.received[0]).markdown.content).toContain("测试消息");
    await expect(setting.done(TEST, { id: wecom.id })).rejects.toThrow("CONFLICT");
    later(TURN_MS);
    await setting.done(TEST, { id: wecom.id });
    await using other = await robot("ROBOT_FEISHU", {}, '{"code":19021}');
    const { delivery: failed } = await setting.done(TEST, { id: other.id });
    expect(failed).toMatchObject({
      state: "GIVEN_UP",
      attempts: [{ error: "The robot did not take the message: code 19021." }],
    });
  });

  it("keeps its secret, which only its service makes and only its organisation sets", async () => {
    const { a, b } = setting.units;
    const input = {
      organizationId: a,
      kind: "ROBOT_DINGTALK",
      address: "http://127.0.0.1:9/robot",
    };
    const made = await setting.done(CREATE, { ...input, robotSecret: "SEChush" });
    expect(made.secret).toBeNull();
    const { id } = made.endpoint;
    await expect(setting.done(ROTATE, { id })).rejects.toThrow("BAD_USER_INPUT");
    await setting.done(UPDATE, { id, robotSecret: "SECother" });
    const stored = await setting.admin.query(
      `select (select json_agg(e)::text from activities.webhook_endpoint e)
         || (select json_agg(e)::text from audit.entry e) as text`,
    );
    expect(stored.rows[0].text).not.toMatch(/SEChush|SECother/);
    for (const kind of ["WEBHOOK", "ROBOT_WECOM"]) {
      const wrong = setting.done(CREATE, { ...input, kind, robotSecret: "SECx" });
      await expect(wrong).rejects.toThrow("BAD_USER_INPUT");
    }
    await expect(setting.done(CREATE, { ...input, robotSecret: "空 格" })).rejects.toThrow(
      "BAD_USER_INPUT",
    );
    for (const viewer of [ANONYMOUS, setting.liaison(b)]) {
      await expect(setting.done(CREATE, input, viewer)).rejects.toThrow(
        /UNAUTHENTICATED|FORBIDDEN/,
      );
      await expect(setting.done(UPDATE, { id, robotSecret: "SECmine" }, viewer)).rejects.toThrow(
        /UNAUTHENTICATED|NOT_FOUND/,
      );
    }
  });
});
