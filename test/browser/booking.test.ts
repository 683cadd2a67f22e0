import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { inDays } from "../support/people.ts";

const [LIAISON, OTHER] = ["445202-liaison-1", "445202-liaison-2"] as const;

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

it("a liaison finds a room that is free, books it, sees the booking and cancels it", async () => {
  const token = await hub.tokenOf(LIAISON);
  const address = `${hub.url}/resources?kind=VENUE&day=${inDays(3)}&from=09:00&to=11:00`;
  await using opened = await browser.open(address, { token });
  const { page, faults } = opened;
  const card = page.locator(".card-title").first();
  const title = await card.textContent();
  await card.click();
  await page.getByRole("heading", { name: String(title) }).waitFor();
  // The time that was searched for has come along.
  await page.getByLabel("用途").fill("联合志愿服务");
  await page.getByRole("button", { name: "预约", exact: true }).click();
  await page.getByText("预约成功").waitFor();
  await page.getByText("09:00–11:00").first().waitFor();
  await page.getByRole("link", { name: "看我们的预约" }).click();
  const row = page.locator(".row", { hasText: "联合志愿服务" });
  await row.getByText("已确认").waitFor();
  await row.getByRole("button", { name: "取消预约" }).click();
  await page.getByLabel("原因").fill("时间有变");
  await page.getByRole("dialog").getByRole("button", { name: "取消预约" }).click();
  await row.getByText("已取消").waitFor();
  expect(faults).toEqual([]);
});

it("a search for a time that nobody can book says so at its field, and is right again with another", async () => {
  const asked = (day: string, from: string, to: string) =>
    `${hub.url}/resources?kind=VENUE&day=${day}&from=${from}&to=${to}`;
  await using opened = await browser.open(asked(inDays(-2), "09:00", "11:00"));
  const { page, faults } = opened;
  for (const [address, words] of [
    [asked(inDays(-2), "09:00", "11:00"), "这一天已经过去了"],
    [asked(inDays(402), "09:00", "11:00"), "最多提前 400 天"],
    [asked(inDays(3), "11:00", "09:00"), "结束时间要晚于开始时间"],
  ] as const) {
    await page.goto(address);
    await page.getByRole("search").getByText(words).waitFor();
    // What can be found without the time stays to be seen.
    await page.locator(".card-title").first().waitFor();
    expect(
      await page.getByText("空闲", { exact: false }).filter({ hasText: "09:00–11:00" }).count(),
    ).toBe(0);
  }
  await page.goto(asked(inDays(3), "09:00", "11:00"));
  await page.getByText(/09:00–11:00 空闲/).waitFor();
  expect(await page.getByRole("search").locator(".fault").count()).toBe(0);
  expect(faults).toEqual([]);
});

it("of two who want one room at one time, one has it and the other is told why not, with what was typed kept", async () => {
  const [day, find] = [
    inDays(4),
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  ];
  const { data } = await hub.ask(find);
  const id = String(data?.["resources"]?.["nodes"]?.[0]?.["id"]);
  const address = `${hub.url}/resources/${id}?day=${day}&from=14:00&to=16:00`;
  await using one = await browser.open(address, { token: await hub.tokenOf(LIAISON) });
  await using other = await browser.open(address, { token: await hub.tokenOf(OTHER) });
  for (const { page } of [one, other]) await page.getByLabel("用途").fill("党员活动");
  for (const { page } of [one, other])
    await page.getByRole("button", { name: "预约", exact: true }).waitFor();
  await Promise.all(
    [one, other].map(({ page }) => page.getByRole("button", { name: "预约", exact: true }).click()),
  );
  const outcomes = await Promise.all(
    [one, other].map(async ({ page }) => {
      const answer = page.locator("form .notice");
      await answer.waitFor();
      return (await answer.getAttribute("role")) === "status" ? "booked" : "refused";
    }),
  );
  expect(outcomes.toSorted()).toEqual(["booked", "refused"]);
  const refused = outcomes[0] === "refused" ? one : other;
  expect(await refused.page.getByLabel("用途").inputValue()).toBe("党员活动");
});

it("a booking whose answer is lost on the way is made once, and sending it again says so", async () => {
  const { data } = await hub.ask(
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  );
  const id = String(data?.["resources"]?.["nodes"]?.[0]?.["id"]);
  const address = `${hub.url}/resources/${id}?day=${inDays(6)}&from=14:00&to=16:00`;
  await using opened = await browser.open(address, { token: await hub.tokenOf(LIAISON) });
  const { page } = opened;
  await page.getByLabel("用途").fill("读书会");
  let hasLost = false;
  await page.route("**/graphql", async (route, request) => {
    if (hasLost || request.postData()?.includes("mutation") !== true) return await route.fallback();
    hasLost = true;
    // The hub has it; the page never hears of that.
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "预约", exact: true }).click();
  await page.getByText("连不上联盟枢纽").waitFor();
  expect(await page.getByLabel("用途").inputValue()).toBe("读书会");
  await page.getByRole("button", { name: "预约", exact: true }).click();
  await page.getByText("预约成功").waitFor();
  await page.getByRole("link", { name: "看我们的预约" }).click();
  await page.locator(".row", { hasText: "读书会" }).getByText("已确认").waitFor();
  expect(await page.locator(".row", { hasText: "读书会" }).count()).toBe(1);
});

it("what must be agreed to waits on the day of whoever offers it, and is booked once they agree", async () => {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, OTHER);
  const shared = await hub.ask(
    `mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }`,
    {
      input: {
        providerId: data?.["viewer"]?.["organization"]?.["id"],
        title: "多功能厅",
        kind: "VENUE",
        audience: "PUBLIC",
        approval: true,
        publish: true,
      },
    },
    OTHER,
  );
  const id = String(shared.data?.["shareResource"]?.["resource"]?.["id"]);
  const address = `${hub.url}/resources/${id}?day=${inDays(5)}&from=19:00&to=20:30`;
  await using asking = await browser.open(address, { token: await hub.tokenOf(LIAISON) });
  await using offering = await browser.open(hub.url, { token: await hub.tokenOf(OTHER) });
  await asking.page.getByLabel("用途").fill("合唱排练");
  await asking.page.getByRole("button", { name: "提交申请" }).click();
  await asking.page.getByText("已提交，等提供方答复").waitFor();
  const tasks = offering.page.getByRole("region", { name: "等着办的事" });
  const row = tasks.locator(".row", { hasText: "合唱排练" });
  await row.getByRole("button", { name: /^同意/ }).click();
  await row.waitFor({ state: "detached" });
  await asking.page.getByRole("link", { name: "看我们的预约" }).click();
  const booked = asking.page.locator(".row", { hasText: "合唱排练" });
  await booked.getByText("已确认").waitFor();
  expect([...asking.faults, ...offering.faults]).toEqual([]);
});

it("whoever is not signed in is asked to, and comes back to the same page", async () => {
  await using opened = await browser.open(`${hub.url}/bookings`);
  const { page } = opened;
  await page.getByRole("link", { name: "去登录" }).click();
  await page
    .getByRole("button", { name: /联络员/ })
    .first()
    .click();
  await page.getByRole("button", { name: "我们预约的" }).waitFor();
  // Who it is, is known in this tab alone, and the browser sends nothing of it by itself.
  const kept = await page.evaluate<string>("JSON.stringify(localStorage) + document.cookie");
  expect(kept).not.toContain("eyJ");
});

it("after a night the page says that the sign-in has expired, and leads back to where it was", async () => {
  const token = await hub.tokenOf(LIAISON, -3600);
  await using opened = await browser.open(`${hub.url}/resources?kind=VENUE&seats=1`, { token });
  const { page } = opened;
  await page.getByText("登录已过期").waitFor();
  // What is public stays to be seen meanwhile.
  await page.getByText(/共 \d+ 项/).waitFor();
  await page.getByRole("link", { name: "重新登录" }).click();
  await page
    .getByRole("button", { name: /联络员/ })
    .first()
    .click();
  await page.getByText("容量至少 1").waitFor();
  expect(new URL(page.url()).pathname).toBe("/resources");
});

it("a room is shown with the seven days from today, and with later ones seven by seven", async () => {
  const { data } = await hub.ask(
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  );
  const id = String(data?.["resources"]?.["nodes"]?.[0]?.["id"]);
  await using opened = await browser.open(`${hub.url}/resources/${id}`);
  const { page } = opened;
  for (const [wanted, first] of [
    [inDays(0), inDays(0)],
    [inDays(9), inDays(7)],
  ] as const) {
    await page.goto(`${hub.url}/resources/${id}?day=${wanted}`);
    const days = page.getByRole("region", { name: "七天的预约" }).getByRole("button", {
      name: /^预约\d/,
    });
    await days.first().waitFor();
    expect(await days.count()).toBe(7);
    expect(await days.first().textContent()).toContain(`${Number(first.slice(8))}日`);
  }
});
