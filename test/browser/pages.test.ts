import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { readPortalAssets } from "@alliance-hub/gateway/http/portal/assets";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { inDays, inHours, unitOf } from "../support/people.ts";

const LIAISON = "445202-liaison-1";
const SECRETARY = "445202-secretary";
const OPERATOR = "445202-operator";
const AUDITOR = "445202-auditor";

let hub: TestHub;
let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

interface PageOfPortal {
  readonly path: string;
  /** What must be on it for it to have loaded. */
  readonly shows: string | RegExp;
  /** Asks for the record whose id `$id` in the path stands for, or makes it: the id is the first in the answer, `$unit` the second. */
  readonly finds?: string | (() => Promise<unknown>);
  /** Name of a demonstration person. Default: a liaison. */
  readonly as?: string;
}

/** No hour of it is over, at whatever time the tests run. */
const TOMORROW = inDays(1);

const PAGES: readonly PageOfPortal[] = [
  { path: "/", shows: "我们接下来的预约" },
  { path: "/sign-in", shows: "平台管理员" },
  { path: "/resources?kind=VENUE", shows: /共 \d+ 项/ },
  { path: "/resources?view=list&place=445202", shows: /共 \d+ 项/ },
  { path: "/resources/new", shows: "阵地类型" },
  { path: `/board?place=445202&day=${TOMORROW}`, shows: "空闲" },
  { path: `/board?place=445202&day=${TOMORROW}&view=week`, shows: "全天空闲" },
  { path: "/bookings", shows: "我们预约的" },
  { path: "/bookings?of=offered&when=all", shows: "预约我们的" },
  { path: "/bookings/$id", shows: "预约单位", finds: () => bookRoom() },
  { path: "/overview", shows: "下级各委员会等着办的事", as: "445202-clerk" },
  { path: "/needs?kind=WISH", shows: /共 \d+ 项/ },
  { path: "/needs/new?kind=WISH", shows: "不写心愿是谁的" },
  { path: "/needs/$id", shows: "提出单位", finds: "{ needs(first: 1) { nodes { id } } }" },
  { path: "/needs/$id/edit", shows: "不改了", finds: () => postNeed() },
  { path: "/rounds", shows: "发起征集", as: "445202-secretary" },
  {
    path: "/rounds/$id",
    shows: "已提交的需求",
    finds: "{ collectionRounds(first: 1) { nodes { id } } }",
    as: "445202-secretary",
  },
  { path: "/agreements?ends=3660", shows: /共 \d+ 项/ },
  { path: "/agreements/new", shows: "添加一方" },
  {
    path: "/agreements/$id",
    shows: "承诺事项",
    finds: "{ agreements(first: 1, filter: { states: [ACTIVE, EXPIRED] }) { nodes { id } } }",
  },
  { path: "/committees?place=445202", shows: "您的委员会" },
  { path: "/committees?level=STREET", shows: /共 \d+ 项/ },
  { path: "/agreements/$id/edit", shows: "添加一方", finds: () => draftAgreement() },
  {
    path: "/committees/$id",
    shows: "上下级委员会",
    finds:
      '{ committees(filter: { regionCode: "445202", levels: [STREET] }, first: 1) { nodes { id } } }',
  },
  {
    path: "/organizations/$id",
    shows: "所在委员会",
    finds: "{ viewer { organization { id } } }",
  },
  { path: "/contact-cards?text=书记", shows: /共 \d+ 项/ },
  { path: "/registrations?state=ACCEPTED", shows: /共 \d+ 项/ },
  { path: "/registrations/balance?place=445202", shows: "榕城区的报到均衡" },
  { path: "/figures?place=445202&from=2022-01-01&to=2023-12-31", shows: "3932" },
  {
    path: "/resources/$id",
    shows: "预约方式",
    finds:
      '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  },
  {
    path: "/resources/$id/edit",
    shows: "不改了",
    finds: "{ viewer { organization { resources(first: 1) { nodes { id } } } } }",
  },
  { path: "/calendar?view=month&day=2023-06-01", shows: "2023年6月" },
  { path: "/calendar?view=week&day=2023-06-26", shows: "2023年6月" },
  { path: "/calendar?view=list&day=2023-06-01", shows: "6月4日" },
  { path: "/activities/new?kind=MEETING", shows: "列入日历后" },
  { path: "/calendar/addresses", shows: "有效的地址" },
  { path: "/meetings?time=past&place=445202", shows: /共 \d+ 项/ },
  { path: "/issues?state=all&place=445202", shows: /共 \d+ 项/ },
  { path: "/issues/new", shows: "责任单位" },
  {
    path: "/activities/$id",
    shows: "通报上次会议事项办理情况",
    finds: `{ activities(filter: { kinds: [MEETING], regionCode: "445202" }, first: 1) { nodes { id } } }`,
    as: SECRETARY,
  },
  {
    path: "/issues/$id",
    shows: "办理结果",
    finds: `{ issues(filter: { states: [RESOLVED], regionCode: "445202" }, first: 1) { nodes { id } } }`,
    as: SECRETARY,
  },
  { path: "/nowhere", shows: "没有找到" },
  { path: "/office", shows: "您代表的单位" },
  { path: "/office/organizations?kind=SCHOOL", shows: /共 \d+ 项/, as: OPERATOR },
  {
    path: "/office/organizations/$id",
    shows: "名称和品牌",
    finds: '{ organizations(filter: { regionCode: "445202" }, first: 1) { nodes { id } } }',
    as: OPERATOR,
  },
  {
    path: "/office/organizations/$id/merge?into=$unit",
    shows: "转到并入后单位名下",
    finds:
      '{ organizations(filter: { regionCode: "445202", kinds: [PRIVATE_COMPANY] }, first: 2) { nodes { id } } }',
    as: OPERATOR,
  },
  { path: "/office/organizations/new", shows: "统一社会信用代码", as: OPERATOR },
  { path: "/office/committees", shows: /第 \d+ 届/, as: OPERATOR },
  { path: "/office/regions", shows: "添加下级", as: OPERATOR },
  { path: "/office/appointments?role=AUDITOR", shows: "解除任命", as: OPERATOR },
  { path: "/audit", shows: /存为表格|没有符合条件的记录/, as: AUDITOR },
  { path: "/partners", shows: "登记推送地址" },
  { path: "/partners?part=keys", shows: "登记合作系统" },
  { path: "/partners/webhooks/$id", shows: "测试推送", finds: () => createWebhookEndpoint() },
  { path: "/office/committees/new", shows: "依托的党组织", as: OPERATOR },
  { path: "/settings", shows: "什么时候寄" },
  {
    path: "/office/committees/$id/leaving?unit=$unit",
    shows: /未了结的事项/,
    finds: `{ viewer { roles { committee { id memberUnits(first: 1) { nodes { organization { id } } } } } } }`,
    as: SECRETARY,
  },
  ...[
    ["units", "吸收成员单位"],
    ["applications", "没有待答复的申请"],
    ["seats", "任命委员"],
    ["terms", "下一届"],
    ["deputies", "现由书记主持"],
    ["settings", "曾用名"],
  ].map(([part = "", shows = ""]) => ({
    path: `/office/committees/$id?part=${part}`,
    shows,
    finds: "{ viewer { roles { committee { id } } } }",
    as: SECRETARY,
  })),
];

/** Pages that are looked at elsewhere, with the reason. */
const LOOKED_AT_ELSEWHERE: Readonly<Record<string, string>> = {
  "/sign-in/return": "Only an issuer leads there: oidc-sign-in.test.ts looks at it.",
};

/** The ids in an answer, in order. */
const idsIn = (answer: unknown): string[] =>
  [...JSON.stringify(answer).matchAll(/"id":"([^"]+)"/g)].map(([, id = ""]) => id);

/** The first id in an answer. */
const idIn = (answer: unknown): string => idsIn(answer)[0] ?? "";

/** Whether a page is light or dark, by the ground that it stands on. */
async function lightOf(page: Page): Promise<"light" | "dark"> {
  const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  return (ground.match(/\d+/g) ?? []).slice(0, 3).every((one) => Number(one) < 128)
    ? "dark"
    : "light";
}

/** Sends a mutation as the liaison. */
async function change(name: string, input: object, fields: string): Promise<unknown> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation M($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await hub.ask(query, { input }, LIAISON);
  expect(errors).toEqual([]);
  return data;
}

/** A draft of two units of a committee, one of them the liaison's. */
async function draftAgreement(): Promise<unknown> {
  const query = `{ viewer { organization { id memberships(first: 1) { nodes { committee { id
    memberUnits(first: 2) { nodes { organization { id } } } } } } } } }`;
  const { data } = await hub.ask(query, {}, LIAISON);
  const unit = data["viewer"]?.["organization"];
  const committee = unit?.["memberships"]?.["nodes"]?.[0]?.["committee"];
  const others = committee?.["memberUnits"]?.["nodes"]?.map((one) => one["organization"]?.["id"]);
  const partyIds = [...new Set([unit?.["id"], ...(others ?? [])])].slice(0, 2);
  const term = { termFrom: "2026-01-01", termTo: "2026-12-31" };
  const input = { committeeId: committee?.["id"], title: "共建协议", partyIds, ...term };
  return await change("draftAgreement", input, "agreement { id }");
}

/** A time in a room. */
async function bookRoom(): Promise<unknown> {
  const { data } = await hub.ask(
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  );
  const during = { start: inHours(24 * 50), end: inHours(24 * 50 + 1) };
  const input = { resourceId: idIn(data), organizationId: unitOf(LIAISON), during };
  return await change("bookResource", input, "booking { id }");
}

async function postNeed(): Promise<unknown> {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, LIAISON);
  const what = { title: "义诊医生", kind: "EXPERTISE", audience: "ALLIANCE" };
  return await change("postNeed", { organizationId: idIn(data), ...what }, "need { id }");
}

async function createWebhookEndpoint(): Promise<unknown> {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, LIAISON);
  const input = { organizationId: idIn(data), address: "http://127.0.0.1/hooks" };
  return await change("createWebhookEndpoint", input, "endpoint { id }");
}

it("all pages that there are are looked at", async () => {
  const { hans } = await readPortalAssets();
  const looked = new Set(PAGES.map(({ path }) => path.split("?")[0]));
  const missed = hans.routes.map(({ path }) => path).filter((path) => !looked.has(path));
  expect(missed).toEqual(Object.keys(LOOKED_AT_ELSEWHERE));
});

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Every other page is opened wide and light, the others on a phone and dark: then the screen changes. */
describe.each(PAGES.map((page, at) => [page.path, page, at] as const))(
  "%s",
  (pattern, looked, at) => {
    it("is whole, quiet and accessible, wide and on a phone, light and dark", async () => {
      const { shows, finds, as = LIAISON } = looked;
      const token = await hub.tokenOf(as);
      const found =
        typeof finds === "string" ? (await hub.ask(finds, {}, as)).data : await finds?.();
      const [id = "", unit = ""] = idsIn(found ?? {});
      const path = pattern.replace("$id", id).replace("$unit", unit);
      const screens = [
        { size: WIDE, colorScheme: "light" },
        { size: PHONE, colorScheme: "dark" },
      ] as const;
      const [first, second] = at % 2 === 0 ? screens : screens.toReversed();
      await using opened = await browser.open(`${hub.url}${path}`, { token, ...first });
      const { page, faults } = opened;
      for (const screen of [first, second]) {
        if (!screen) continue;
        await page.setViewportSize(screen.size);
        await page.emulateMedia({ colorScheme: screen.colorScheme });
        await page.getByText(shows).filter({ visible: true }).first().waitFor();
        await page.locator(".loading, .field[aria-busy]").first().waitFor({ state: "detached" });
        expect(faults).toEqual([]);
        expect(await lightOf(page)).toBe(screen.colorScheme);
        expect(await accessibilityFaults(page)).toEqual([]);
        const sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect(sideways).toBeLessThanOrEqual(0);
      }
    });
  },
);

it("may run no script and no style but the hub's own, and calls nobody else", async () => {
  const { headers } = await fetch(hub.url, { headers: { accept: "text/html" } });
  const policy = String(headers.get("content-security-policy"));
  expect(policy.replace(/'nonce-[\w+/=]{24}'/, "'nonce-…'").split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self' 'nonce-…'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

it("is written in traditional characters for whoever prefers them, words of the page only", async () => {
  await using opened = await browser.open(`${hub.url}/resources`, { locale: "zh-TW" });
  await opened.page.getByRole("heading", { name: "資源" }).waitFor();
  await opened.page.getByText("關鍵詞").waitFor();
  expect(await opened.page.title()).toContain("聯盟樞紐");
});

it("lists begin with the district of whoever looks, in each place of the demonstration", async () => {
  const answer = await fetch(`${hub.url}/portal/sign-in.json`);
  const { people } = (await answer.json()) as { people: { name: string; place: string }[] };
  for (const [place, [someone]] of Map.groupBy(people, (person) => person.place)) {
    const token = await hub.tokenOf(String(someone?.name));
    await using opened = await browser.open(`${hub.url}/`, { token });
    await opened.page.getByRole("heading", { name: `未来七天 · ${place}` }).waitFor();
  }
});

it("whoever is not signed in begins with a district that there is", async () => {
  await using opened = await browser.open(`${hub.url}/`);
  await opened.page.getByRole("heading", { name: /未来七天 · ./ }).waitFor();
  expect(opened.faults).toEqual([]);
});
