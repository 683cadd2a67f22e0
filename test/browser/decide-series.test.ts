import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press } from "../support/keyboard.ts";
import { unitOf } from "../support/people.ts";
import { type Hours, type Rooms, bookingPage, rangeOn, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER, NEIGHBOUR] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
] as const;

let hub: TestHub;
let browser: TestBrowser;
let rooms: Rooms;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
  rooms = roomsOf(hub);
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

const onPhone = async (as: string, path: string): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(as),
    size: { width: 390, height: 844 },
  });

/** A weekly course in a room that its owner decides about. @returns ids of room and bookings. */
async function course(title: string, count: number) {
  const room = await rooms.share(OWNER, title, { approval: true });
  const { data } = await hub.ask(
    `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { dates { booking { id } } } }`,
    {
      input: {
        resourceId: room,
        organizationId: unitOf(LIAISON),
        during: rangeOn({ days: 5, from: "09:00", to: "11:00" }),
        repeat: { every: "WEEK", count },
      },
    },
    LIAISON,
  );
  const dates = data["bookSeries"]?.["dates"] ?? [];
  return { room, bookings: dates.map((date) => String(date["booking"]?.["id"])) };
}

async function block(resourceId: string, hours: Hours): Promise<void> {
  await hub.ask(
    "mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }",
    { input: { resourceId, during: rangeOn(hours), reason: "空调检修" } },
    OWNER,
  );
}

/** How many bookings of a room there are in each state. */
async function statesOf(room: string): Promise<Record<string, number>> {
  const { data } = await hub.ask(
    "query ($id: ID!) { bookings(filter: { resourceId: $id }, first: 100) { nodes { state } } }",
    { id: room },
    OWNER,
  );
  const nodes = data["bookings"]?.["nodes"] as unknown as { state: string }[]; // as the query asks
  const groups = Map.groupBy(nodes, ({ state }) => state);
  return Object.fromEntries([...groups].map(([state, { length }]) => [state, length]));
}

it("a series stands as one in the provider's list, and is confirmed with one key, but for what is blocked", async () => {
  const { room, bookings } = await course("舞蹈室", 40);
  await block(room, { days: 12, from: "08:00", to: "10:00" });
  await using opened = await onPhone(OWNER, "/bookings?of=offered&state=REQUESTED");
  const { page } = opened;
  const row = page.locator(".series-row", { hasText: "舞蹈室" });
  await row.getByText(/系列预约：每周，周. 09:00–11:00，40 次待答复，到 .* 为止/).waitFor();
  await row.getByText("其中 1 次的时段已停用").waitFor();
  await requireSoundPage(opened);
  // Each of them is there for whoever wants to decide about it alone.
  const each = row.locator("details .row");
  expect(await each.first().isVisible()).toBe(false);
  await row.locator("summary").press("Enter");
  await each.nth(1).getByText("这段时间已停用：空调检修").waitFor();
  expect(await each.getByText("这段时间已停用").count()).toBe(1);
  await requireSoundPage(opened);

  await using booking = await onPhone(OWNER, `/bookings/${bookings[1]}`);
  await booking.page.getByText("这段时间已停用：空调检修").waitFor();
  await requireSoundPage(booking);

  await press(page, /^同意其余 39 次：.*舞蹈室/);
  await row.waitFor({ state: "detached" });
  await page.locator("[role=status]:focus", { hasText: /^已同意 39 次：.*舞蹈室/ }).waitFor();
  expect(await statesOf(room)).toEqual({ CONFIRMED: 39, REQUESTED: 1 });
  // What is left is no series to decide about any more.
  const left = page.locator(".row", { hasText: "舞蹈室" });
  await left.getByText("这段时间已停用").waitFor();
  await left.getByRole("button", { name: "不同意", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("原因").fill("正在检修");
  await dialog.getByRole("button", { name: "不同意", exact: true }).press("Enter");
  await page.locator("[role=status]:focus", { hasText: /^已回绝：.*舞蹈室/ }).waitFor();
  expect(await statesOf(room)).toEqual({ CONFIRMED: 39, DENIED: 1 });
  expect(opened.faults).toEqual([]);
});

it("a series is one task on my day, and all of it is denied with one reason", async () => {
  const { room } = await course("书法室", 6);
  await using opened = await onPhone(OWNER, "/");
  const { page } = opened;
  const tasks = page.getByRole("region", { name: "等着办的事" });
  const row = tasks.locator("[data-row]", { hasText: "书法室" });
  await row.getByText(/系列预约：每周，周. 09:00–11:00，6 次待答复，到 .* 为止/).waitFor();
  expect(await row.count()).toBe(1);
  await requireSoundPage(opened);
  const count = async (): Promise<number> => Number(await tasks.locator("h2 .count").textContent());
  const before = await count();
  await press(page, /^不同意全部 6 次：.*书法室/);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("原因").fill("另有安排");
  await requireSoundPage(opened);
  await dialog.getByRole("button", { name: /^不同意全部/ }).press("Enter");
  await row.waitFor({ state: "detached" });
  await tasks.getByText(/^已回绝 6 次：.*书法室/).waitFor();
  expect(await count()).toBe(before - 6);
  expect(await statesOf(room)).toEqual({ DENIED: 6 });
});

it("the owner sees on the board and where one books that a time is held for whoever waits", async () => {
  const room = await rooms.share(OWNER, "棋牌室");
  const hours = { days: 6, from: "14:00", to: "16:00" } as const;
  const taken = await rooms.book(NEIGHBOUR, room, hours);
  await rooms.wait(LIAISON, room, hours);
  await rooms.cancel(NEIGHBOUR, taken);
  const { data } = await hub.ask(
    "query ($id: ID!) { organization(id: $id) { name } }",
    { id: unitOf(LIAISON) },
    OWNER,
  );
  const held = new RegExp(`为候补的${String(data["organization"]?.["name"])}保留到 `);
  const [{ start }, day] = [rangeOn(hours), rangeOn(hours).start.slice(0, 10)];
  expect(start).toContain(day);
  await using board = await onPhone(OWNER, `/board?day=${day}`);
  const cell = board.page.getByRole("cell", { name: /14:00–16:00 为候补保留/ });
  await cell.getByText(held).waitFor();
  await requireSoundPage(board);
  await board.page.goto(`${hub.url}/board?day=${day}&view=week`);
  await board.page.getByText(held).first().waitFor();
  await requireSoundPage(board);

  await using opened = await onPhone(OWNER, bookingPage(room, hours));
  await opened.page.getByText(held).waitFor();
  await requireSoundPage(opened);
  // Nobody else learns who waits.
  await using other = await onPhone(NEIGHBOUR, bookingPage(room, hours));
  await other.page.getByText(/已经有预约/).waitFor();
  expect(await other.page.getByText(/为候补的/).count()).toBe(0);
  await other.page.goto(`${hub.url}/board?day=${day}`);
  await other.page.getByRole("link", { name: "棋牌室", exact: true }).waitFor();
  expect(await other.page.getByText(/为候补的/).count()).toBe(0);
});
