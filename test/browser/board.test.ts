import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { inDays } from "../support/people.ts";

const LIAISON = "445202-liaison-1";

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

it("a room is shared, booked by an hour of the board, changed and taken off the list", async () => {
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/resources/new`, { token });
  const { page, faults } = opened;
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByText("请填写名称。").waitFor();
  await page.getByLabel("名称").fill("三楼议事厅");
  await page.getByText("协商议事").click();
  await page.getByLabel("说明").fill("可坐四十人，有投影。");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("heading", { name: "三楼议事厅" }).waitFor();

  const day = inDays(6);
  await page.goto(`${hub.url}/board?day=${day}`);
  await page.getByRole("link", { name: "三楼议事厅 10:00–11:00 空闲，去预约" }).press("Enter");
  await page.getByText("这段时间空闲").waitFor();
  await page.getByRole("button", { name: "预约", exact: true }).click();
  await page.getByText(/预约成功.*10:00–11:00/).waitFor();
  await page.goto(`${hub.url}/board?day=${day}`);
  await page.getByRole("cell", { name: /10:00–11:00 已占用/ }).waitFor();

  await page.getByRole("link", { name: "三楼议事厅", exact: true }).click();
  await page.getByRole("link", { name: "修改" }).click();
  await page.getByLabel("名称").fill("四楼议事厅");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("heading", { name: "四楼议事厅" }).waitFor();
  await page.getByRole("button", { name: "撤下" }).click();
  await page.getByLabel("原因").fill("装修");
  await page.getByRole("dialog").getByRole("button", { name: "撤下" }).click();
  await page.getByText("已撤下：装修").waitFor();
  expect(faults).toEqual([]);
});

it("a year that is typed counts once all of it stands there: the board asks for no day of the years before", async () => {
  const day = inDays(6);
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  await using opened = await browser.open(`${hub.url}/board?day=${day}`, {
    token: await hub.tokenOf(LIAISON),
  });
  const { page, faults } = opened;
  const year = page.locator("[data-type='year']").first();
  await year.waitFor();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.postData() ?? ""));
  await year.focus();
  await page.keyboard.type(next.slice(0, 4));
  await page.waitForURL((url) => url.searchParams.get("day") === next);
  expect(asked.filter((text) => /"0\d{3}-/.test(text))).toEqual([]);
  expect(faults).toEqual([]);
});

it("figures are exact, and the table of a chart adds up to them", async () => {
  const days = "from=2022-01-01&to=2023-12-31";
  await using opened = await browser.open(`${hub.url}/figures?place=445202&${days}`);
  const { page, faults } = opened;
  await page.getByRole("row", { name: "参加人次 3932" }).waitFor();
  const chart = page.locator(".chart", { hasText: "参加人次的数据表" }).first();
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("canvas").waitFor();
  await chart.getByText("参加人次的数据表").click();
  const months = await chart.locator("tbody td").allTextContents();
  expect(months).toHaveLength(24);
  expect(months.reduce((sum, text) => sum + Number(text), 0)).toBe(3932);
  // The kinds add up to the figures at the top.
  const figure = async (name: string): Promise<number> => {
    const row = page.locator(".figure-groups tr", { hasText: name }).first();
    return Number(await row.locator("td").textContent());
  };
  for (const [title, names] of [
    ["各类活动与会议", ["活动", "会议"]],
    ["各类资源", ["资源"]],
  ] as const) {
    const kinds = page.locator(".chart", { hasText: `${title}的数据表` });
    await kinds.getByText(`${title}的数据表`).click();
    const counts = await kinds.locator("tbody td").allTextContents();
    const figures = await Promise.all(names.map(figure));
    const total = figures.reduce((sum, value) => sum + value, 0);
    expect(total).toBeGreaterThan(0);
    expect([title, counts.reduce((sum, text) => sum + Number(text), 0)]).toEqual([title, total]);
  }
  expect(faults).toEqual([]);
});
