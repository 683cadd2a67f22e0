import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { chooseIn, press } from "../support/keyboard.ts";
import { person, unitOf } from "../support/people.ts";
import { type Rooms, bookingPage, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER, NEIGHBOUR, BOTH, SECOND] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
  "445202-liaison-4",
  "530381-liaison-1",
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

const open = async (as: string, path: string): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, { token: await hub.tokenOf(as) });

it("whoever wants a time that is taken waits for it, is offered it when it becomes free, and accepts it", async () => {
  const room = await rooms.share(OWNER, "排练厅");
  const hours = { days: 6, from: "19:00", to: "21:00" } as const;
  const taken = await rooms.book(NEIGHBOUR, room, hours);
  await using opened = await open(LIAISON, bookingPage(room, hours));
  const { page } = opened;
  await page.getByText("这段时间已经有预约了").waitFor();
  await press(page, "候补这段时间");
  await page.getByText("已加入候补").waitFor();
  await requireSoundPage(opened);
  await page.getByRole("link", { name: "看我们的候补" }).press("Enter");
  const row = page.locator(".row", { hasText: "排练厅" });
  await row.getByText("排在第一位").waitFor();
  await requireSoundPage(opened);
  await rooms.cancel(NEIGHBOUR, taken);
  // Told while the page is looked at.
  await row.getByText(/已空出，为您保留到/).waitFor();
  await page.getByRole("button", { name: "我们候补的（1 项待接受）" }).waitFor();
  await requireSoundPage(opened);
  await press(page, /^接受：排练厅/);
  await row.waitFor({ state: "detached" });
  await press(page, "我们预约的");
  await page.locator(".row", { hasText: "排练厅" }).getByText("已确认").waitFor();
});

it("whoever acts for two units joins for each of them", async () => {
  const subject = person(BOTH).subject;
  const { errors } = await hub.ask(
    "mutation ($input: NameLiaisonInput!) { nameLiaison(input: $input) { liaison { id } } }",
    { input: { organizationId: unitOf(SECOND), subject, name: "委员 017" } },
    SECOND,
  );
  expect(errors).toEqual([]);
  const room = await rooms.share(OWNER, "鼓乐厅");
  const hours = { days: 7, from: "19:00", to: "21:00" } as const;
  await rooms.book(NEIGHBOUR, room, hours);
  await using opened = await browser.open(`${hub.url}${bookingPage(room, hours)}`, {
    token: await hub.tokenOf(BOTH),
    size: { width: 390, height: 844 },
  });
  const { page } = opened;
  const joined = page.getByText("已加入候补");
  await press(page, "候补这段时间");
  await joined.waitFor();
  const field = page.getByLabel("为哪个单位");
  const [first, second] = await field.locator("option").allTextContents();
  const chosen = await field.locator("option:checked").textContent();
  await chooseIn(page, "为哪个单位", String(chosen === first ? second : first));
  await press(page, "候补这段时间");
  await joined.waitFor();
  await requireSoundPage(opened);
  const { data } = await hub.ask(
    "query ($id: ID!) { resource(id: $id) { waitingList { nodes { organization { id } } } } }",
    { id: room },
    OWNER,
  );
  const waiting = data["resource"]?.["waitingList"]?.["nodes"]?.map(
    (one) => one["organization"]?.["id"],
  );
  expect(waiting?.toSorted()).toEqual([unitOf(BOTH), unitOf(SECOND)].toSorted());
});

it("the task of an offer leads to it, and a place in the queue is given up after a question", async () => {
  const room = await rooms.share(OWNER, "琴房");
  const hours = { days: 8, from: "19:00", to: "21:00" } as const;
  const taken = await rooms.book(NEIGHBOUR, room, hours);
  await rooms.wait(LIAISON, room, hours);
  await rooms.cancel(NEIGHBOUR, taken);
  await using opened = await open(LIAISON, "/");
  const { page } = opened;
  const tasks = page.getByRole("region", { name: "等着办的事" });
  await tasks.getByRole("link", { name: /琴房/ }).click();
  await press(page, /^退出候补：琴房/);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("时段会让给下一家").waitFor();
  await dialog.getByRole("button", { name: "退出候补" }).click();
  await page.getByText("没有在等候的时段").waitFor();
  expect(opened.faults).toEqual([]);
});

it("several requests are decided about together, with who waits for each in sight", async () => {
  const room = await rooms.share(OWNER, "报告厅", { approval: true });
  const hours = (days: number) => ({ days, from: "14:00", to: "16:00" });
  for (const days of [31, 32, 33]) await rooms.book(NEIGHBOUR, room, hours(days));
  await rooms.wait(LIAISON, room, hours(32));
  await using opened = await open(OWNER, "/bookings?of=offered&state=REQUESTED");
  const { page } = opened;
  const rows = page.locator(".row", { hasText: "报告厅" });
  await rows.nth(2).waitFor();
  await rows.nth(1).getByText("还有 1 家候补这段时间").waitFor();
  expect(await page.getByText(/家候补这段时间/).count()).toBe(1);
  for (const at of [0, 1]) await rows.nth(at).getByRole("checkbox").press("Space");
  await requireSoundPage(opened);
  await press(page, "同意选中的（2 项）");
  // Neither the buttons nor the rows are there any more that had the focus.
  const said = (count: number) =>
    page.locator("[role=status]:focus", { hasText: `已答复 ${count} 项` });
  await said(2).waitFor();
  await rows.nth(1).waitFor({ state: "detached" });
  await rows.first().getByRole("checkbox").press("Space");
  await press(page, "不同意选中的（1 项）");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("原因").fill("当天检修");
  await dialog.getByRole("button", { name: /^不同意选中的/ }).click();
  await rows.first().waitFor({ state: "detached" });
  await said(1).waitFor();
  const { data } = await hub.ask(
    "query ($id: ID!) { bookings(filter: { resourceId: $id }, orderBy: START_ASC) { nodes { state } } }",
    { id: room },
    OWNER,
  );
  expect(data["bookings"]?.["nodes"]).toEqual(
    ["CONFIRMED", "CONFIRMED", "DENIED"].map((state) => ({ state })),
  );
});

it("a request that was changed while the page showed what it was is not confirmed", async () => {
  const room = await rooms.share(OWNER, "阅览室", { approval: true });
  const hours = (days: number) => ({ days, from: "09:00", to: "11:00" });
  for (const days of [35, 36]) await rooms.book(NEIGHBOUR, room, hours(days));
  await using opened = await open(OWNER, "/bookings?of=offered&state=REQUESTED");
  const { page } = opened;
  const rows = page.locator(".row", { hasText: "阅览室" });
  await rows.nth(1).waitFor();
  const read = async () =>
    (
      await hub.ask(
        "query ($id: ID!) { bookings(filter: { resourceId: $id }, orderBy: START_ASC) { nodes { id state } } }",
        { id: room },
        OWNER,
      )
    ).data["bookings"]?.["nodes"] as unknown as { id: string; state: string }[]; // as the query asks
  const [first] = await read();
  await rooms.change(NEIGHBOUR, String(first?.id), { days: 34, from: "08:00", to: "20:00" });
  for (const at of [0, 1]) await rows.nth(at).getByRole("checkbox").press("Space");
  await press(page, "同意选中的（2 项）");
  await page.getByText("所以一项也没有答复").waitFor();
  await page.getByText(/别人已经更改过此记录/).waitFor();
  // What is on the page now has not been chosen yet.
  await page.getByRole("button", { name: "同意选中的（1 项）", exact: true }).waitFor();
  expect((await read()).map(({ state }) => state)).toEqual(["REQUESTED", "REQUESTED"]);
  expect(opened.faults).toEqual([]);
});
