import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";

const SECRETARY = "445202-secretary";
const MONTH = "2023-06";

let hub: TestHub;
let browser: TestBrowser;
/** Values that filters can have, and some that find nothing. */
let committeeId: string;
let unitId: string;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
  const { data } = await hub.ask(
    "{ viewer { organization { id } roles { committee { id } } } }",
    {},
    SECRETARY,
  );
  committeeId = String(data?.["viewer"]?.["roles"]?.[0]?.["committee"]?.["id"]);
  unitId = String(data?.["viewer"]?.["organization"]?.["id"]);
  // Besides those of the demonstration: several days, over midnight, out of hours, before the month, cancelled.
  for (const [title, start, end] of [
    ["跨月宣传周", `2023-05-29T09:00`, `${MONTH}-03T17:00`],
    ["全天开放日", `${MONTH}-10T00:00`, `${MONTH}-11T00:00`],
    ["夜间巡防", `${MONTH}-15T22:00`, `${MONTH}-16T02:00`],
    ["清晨义务劳动", `${MONTH}-20T05:30`, `${MONTH}-20T06:30`],
    ["取消的讲座", `${MONTH}-21T19:00`, `${MONTH}-21T20:30`],
    ["月底跨月培训", `${MONTH}-29T09:00`, `2023-07-02T17:00`],
  ]) {
    const during = { start: `${start}:00+08:00`, end: `${end}:00+08:00` };
    const input = {
      committeeId,
      hostId: unitId,
      title,
      during,
      kind: "TRAINING",
      audience: "PUBLIC",
    };
    const { data: made } = await hub.ask(
      "mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) { activity { id } } }",
      { input },
      SECRETARY,
    );
    const id = made?.["scheduleActivity"]?.["activity"]?.["id"];
    if (title === "取消的讲座")
      await hub.ask(
        "mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) { activity { id } } }",
        { input: { id, reason: "讲师有事" } },
        SECRETARY,
      );
  }
});

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

/** The activities that are shown, once there are as many as the page says. */
async function shown(page: Page, view: keyof typeof VIEWS): Promise<string[]> {
  await page.getByRole("button", { name: VIEWS[view], pressed: true }).waitFor();
  const status = page.locator("section[aria-label='活动'] > [role='status']", { hasText: /^共/ });
  const count = Number(/\d+/.exec(String(await status.textContent()))?.[0]);
  const links = page.locator(view === "list" ? ".row-title a" : "a.calendar-event");
  const read = async (): Promise<string[]> => {
    const all = await links.evaluateAll(
      (found) => found.map((link) => (link as unknown as { href: string }).href), // runs in the page, whose types are not here
    );
    return [...new Set(all)].toSorted();
  };
  // A picture is drawn a moment after its frame.
  const until = Date.now() + 60_000;
  let found = await read();
  while (found.length !== count && Date.now() < until) {
    await page.evaluate("new Promise(requestAnimationFrame)");
    found = await read();
  }
  expect(found).toHaveLength(count);
  return found;
}

const VIEWS = { list: "列表", month: "月", week: "周" } as const;

it("shows the same in the list and in the month, whatever is filtered", async () => {
  await using opened = await browser.open(`${hub.url}/calendar?view=list&day=${MONTH}-15`, {
    token: await hub.tokenOf(SECRETARY),
  });
  const { page, faults } = opened;
  await page.getByRole("heading", { name: "日历" }).waitFor();
  const filters = fc.record(
    {
      kind: fc.constantFrom("SERVICE", "TRAINING", "MEETING"),
      committee: fc.constant(committeeId),
      unit: fc.constant(unitId),
      place: fc.constantFrom("445202", "360502"),
      text: fc.constantFrom("宣传", "环境", "没有这样的活动"),
      day: fc.constantFrom(`${MONTH}-15`, "2023-07-01", "2023-05-31"),
    },
    { requiredKeys: ["day"] },
  );
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const search = new URLSearchParams({ view: "list", ...filter });
      await page.goto(`${hub.url}/calendar?${search.toString()}`);
      const listed = await shown(page, "list");
      await page.getByRole("button", { name: "月", exact: true }).click();
      expect(await shown(page, "month")).toEqual(listed);
    }),
    { numRuns: 5, examples: [[{ day: `${MONTH}-15` }]] },
  );
  expect(faults).toEqual([]);
});

it.each([
  ["zh-CN", "2023年6月20日 周二", "至 2023年6月3日 周六"],
  ["zh-TW", "2023年6月20日 週二", "至 2023年6月3日 週六"],
])(
  "names days with their weekday, as they are in the alliance, for %s",
  async (locale, day, end) => {
    const address = `${hub.url}/calendar?view=list&day=${MONTH}-15`;
    const token = await hub.tokenOf(SECRETARY);
    await using opened = await browser.open(address, { token, locale });
    const { page, faults } = opened;
    const ofDay = page.locator("section", { has: page.getByRole("heading", { name: day }) }).last();
    // By the clock of the machine it is still the day before.
    await ofDay.locator(".row", { hasText: "清晨义务劳动" }).getByText("05:30–06:30").waitFor();
    await page.locator(".row", { hasText: "跨月宣传周" }).getByText(end).waitFor();
    expect(faults).toEqual([]);
  },
);

it("shows a week as the hub has it, with what lasts days, begins early or goes on over midnight", async () => {
  const token = await hub.tokenOf(SECRETARY);
  await using opened = await browser.open(`${hub.url}/calendar?view=week&day=${MONTH}-15`, {
    token,
  });
  const { page, faults } = opened;
  const week = async () => (await shown(page, "week")).length;
  expect(await week()).toBeGreaterThan(0);
  await page.getByText("夜间巡防").first().waitFor();
  await page.getByRole("button", { name: "下一周" }).click();
  await page.getByText("清晨义务劳动").waitFor();
  // What was cancelled says so in words.
  await page.getByText("已取消：取消的讲座").waitFor();
  await page.getByText("清晨义务劳动").click();
  await page.getByRole("heading", { name: "清晨义务劳动" }).waitFor();
  expect(faults).toEqual([]);
});

it("draws what lasts days up to the end of its last day, in the month", async () => {
  const address = `${hub.url}/calendar?view=month&day=${MONTH}-15`;
  await using opened = await browser.open(address, { token: await hub.tokenOf(SECRETARY) });
  const { page, faults } = opened;
  const rightOf = async (selector: string, hasText?: string): Promise<number> => {
    const found = page.locator(selector, hasText === undefined ? {} : { hasText }).first();
    const box = await found.boundingBox();
    return Number(box?.x) + Number(box?.width);
  };
  await page.locator("a.calendar-event", { hasText: "跨月宣传周" }).first().waitFor();
  const end = await rightOf("a.calendar-event", "跨月宣传周");
  expect(end).toBeGreaterThan(await rightOf(`[data-date='${MONTH}-02']`));
  expect(end).toBeLessThanOrEqual(await rightOf(`[data-date='${MONTH}-03']`));
  expect(faults).toEqual([]);
});

it("gives a calendar address to a unit, which calendar programs read until it is withdrawn", async () => {
  const token = await hub.tokenOf(SECRETARY);
  await using opened = await browser.open(`${hub.url}/calendar/addresses`, { token });
  const { page, faults } = opened;
  await page.getByText("还没有日历地址").waitFor();
  await page.getByLabel("备注").fill("值班手机");
  await page.getByRole("button", { name: "取得地址" }).click();
  const address = await page.getByRole("textbox", { name: "地址", exact: true }).inputValue();
  expect(await (await fetch(address)).text()).toContain("BEGIN:VCALENDAR");
  const row = page.locator(".row", { hasText: "值班手机" });
  await row.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销" }).click();
  await page.getByText("还没有日历地址").waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(faults).toEqual([]);
});
