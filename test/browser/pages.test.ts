import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";

const LIAISON = "445202-liaison-1";
const SECRETARY = "445202-secretary";
const OPERATOR = "445202-operator";
const AUDITOR = "445202-auditor";

let hub: TestHub;
let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub();
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
  /** Asks for the record whose id `$id` in the path stands for. */
  readonly finds?: string;
  /** Name of a demonstration person. Default: a liaison. */
  readonly as?: string;
}

const PAGES: readonly PageOfPortal[] = [
  { path: "/", shows: "我们接下来的预约" },
  { path: "/sign-in", shows: "平台管理员" },
  { path: "/resources?kind=VENUE", shows: /共 \d+ 项/ },
  { path: "/resources?view=list&place=445202", shows: /共 \d+ 项/ },
  { path: "/resources/new", shows: "阵地类型" },
  { path: "/board?place=445202", shows: "空闲" },
  { path: "/board?place=445202&view=week", shows: "全天空闲" },
  { path: "/bookings", shows: "我们预约的" },
  { path: "/bookings?of=offered&when=all", shows: "预约我们的" },
  { path: "/needs?kind=WISH", shows: /共 \d+ 项/ },
  { path: "/needs/new?kind=WISH", shows: "不写心愿是谁的" },
  { path: "/needs/$id", shows: "提出单位", finds: "{ needs(first: 1) { nodes { id } } }" },
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
  { path: "/figures?place=445202&from=2022-01-01&to=2023-12-31", shows: "3932" },
  {
    path: "/resources/$id",
    shows: "预约方式",
    finds:
      '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  },
  { path: "/calendar?view=month&day=2023-06-01", shows: "2023年6月" },
  { path: "/calendar?view=week&day=2023-06-26", shows: "2023年6月" },
  { path: "/calendar?view=list&day=2023-06-01", shows: "6月4日" },
  { path: "/activities/new?kind=MEETING", shows: "列入日历后" },
  { path: "/calendar/addresses", shows: "有效的地址" },
  { path: "/meetings?time=past&place=445202", shows: /共 \d+ 项/ },
  { path: "/issues?state=all&place=445202", shows: "状态" },
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
  { path: "/office/organizations/new", shows: "统一社会信用代码", as: OPERATOR },
  { path: "/office/committees", shows: /第 \d+ 届/, as: OPERATOR },
  { path: "/office/regions", shows: "添加下级", as: OPERATOR },
  { path: "/office/appointments?role=AUDITOR", shows: "解除任命", as: OPERATOR },
  { path: "/audit", shows: "没有符合条件的记录", as: AUDITOR },
  { path: "/partners", shows: "登记推送地址" },
  { path: "/partners?part=keys", shows: "登记合作系统" },
  { path: "/office/committees/new", shows: "依托的党组织", as: OPERATOR },
];

/** The id in an answer that has one. */
const idIn = (answer: unknown): string => /"id":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? "";

/** Whether a page is light or dark, by the ground that it stands on. */
async function lightOf(page: Page): Promise<"light" | "dark"> {
  const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  return (ground.match(/\d+/g) ?? []).slice(0, 3).every((one) => Number(one) < 128)
    ? "dark"
    : "light";
}

describe.each(PAGES)("$path", ({ path: pattern, shows, finds, as = LIAISON }) => {
  it.each([
    ["a wide screen, light", { width: 1280, height: 900 }, "light"],
    ["a phone, dark", { width: 390, height: 844 }, "dark"],
  ] as const)("is whole, quiet and accessible on %s", async (_name, size, colorScheme) => {
    const token = await hub.tokenOf(as);
    const found = finds === undefined ? undefined : await hub.ask(finds, {}, as);
    const path = pattern.replace("$id", () => idIn(found?.data));
    await using opened = await browser.open(`${hub.url}${path}`, { token, size, colorScheme });
    const { page, faults } = opened;
    await page.getByText(shows).first().waitFor();
    expect(faults).toEqual([]);
    expect(await lightOf(page)).toBe(colorScheme);
    expect(await accessibilityFaults(page)).toEqual([]);
    const sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(sideways).toBeLessThanOrEqual(0);
  });
});

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
