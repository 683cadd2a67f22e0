import { expect, it } from "@jest/globals";
import { choose, tabTo } from "../../support/keyboard.ts";
import { browser, hub } from "./setting.ts";
import { inDays } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

it("a room is found and booked by keyboard alone", async () => {
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/`, { token });
  const { page, faults } = opened;
  await page.getByRole("heading", { level: 1 }).waitFor();
  // The first stop leads past the bar.
  await page.keyboard.press("Tab");
  expect(await page.locator(".skip:focus").textContent()).toBe("跳到正文");
  await tabTo(page, "a[href='/resources']");
  await page.keyboard.press("Enter");
  await page.getByText(/共 \d+ 项/).waitFor();

  // A day, as it is typed: year, month, day.
  const day = inDays(5);
  await page.locator("[data-type='year']").first().waitFor();
  await tabTo(page, "[data-type='year']");
  await page.keyboard.type(day.replaceAll("-", ""));
  await page.waitForURL(/day=/);
  await choose(page, "09:00");
  await choose(page, "10:30");
  await page.getByText("09:00–10:30 空闲").waitFor();

  await tabTo(page, "a.card-title");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "预约", exact: true }).waitFor();
  await tabTo(page, "[aria-label='预约'] input[type='text']");
  await page.keyboard.type("键盘预约");
  await tabTo(page, "form button[type='submit']");
  await page.keyboard.press("Enter");
  await page.locator("form .notice").waitFor();
  expect(await page.locator("form .notice").textContent()).toMatch(/预约成功|已提交/);
  expect(faults).toEqual([]);
});

it.each([
  ["a resource", "/resources/", "预约方式", "resources(first: 1, filter: { kinds: [VENUE] })"],
  ["an agreement", "/agreements/", "承诺事项", "agreements(first: 1)"],
])("on a phone the keyboard goes down the page of %s", async (_, path, shows, finds) => {
  const token = await hub.tokenOf(LIAISON);
  const { data } = await hub.ask(`{ ${finds} { nodes { id } } }`, {}, LIAISON);
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? "";
  const size = { width: 390, height: 844 };
  await using opened = await browser.open(`${hub.url}${path}${id}`, { token, size });
  const { page } = opened;
  await page.getByText(shows).first().waitFor();
  // Whatever can be reached, in the order of the document: none stands wholly above the one before it.
  const above = await page.evaluate<string[]>(STOPS_ABOVE);
  expect(above).toEqual([]);
});

/** In the page: the names of stops of the keyboard that stand above the stop before them. */
const STOPS_ABOVE = `(() => {
  const stops = [...document.querySelectorAll("main :is(a[href], button, input, select, textarea)")]
    .filter((stop) => stop.tabIndex >= 0 && !stop.closest("[aria-hidden=true]"))
    .map((stop) => ({ stop, box: stop.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  return stops
    .filter(({ box }, number) => number > 0 && box.bottom <= stops[number - 1].box.top)
    .map(({ stop }) => stop.textContent || stop.outerHTML);
})()`;
