import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press } from "../support/keyboard.ts";
import { unitOf } from "../support/people.ts";
import { type Rooms, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER, NEIGHBOUR] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
] as const;
const SIZES = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 900 } } as const;
const STILL_ASKED = "接受后还要提供方同意";

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

const open = async (path: string, size: keyof typeof SIZES = "phone"): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(LIAISON),
    size: SIZES[size],
  });

/** A time of a new room that is offered to the liaison's unit. */
async function offered(title: string, days: number, approval: boolean): Promise<void> {
  const room = await rooms.share(OWNER, title, { approval });
  const hours = { days, from: "19:00", to: "21:00" };
  const taken = await rooms.book(NEIGHBOUR, room, hours);
  await rooms.wait(LIAISON, room, hours);
  await rooms.cancel(NEIGHBOUR, taken);
}

it("whoever accepts a time is told whether it is booked or asked for, and knows it before", async () => {
  await offered("合唱室", 6, false);
  await offered("民乐室", 7, true);
  await using opened = await open("/bookings/waiting");
  const { page } = opened;
  const said = page.locator("[role=status]:focus");
  const row = (title: string) => page.locator(".row", { hasText: title });
  await row("民乐室").getByText(STILL_ASKED).waitFor();
  expect(await row("合唱室").getByText(STILL_ASKED).count()).toBe(0);
  await requireSoundPage(opened);
  await press(page, /^接受：合唱室/);
  await said.getByText(/已接受，预约成功：合唱室.*19:00–21:00/).waitFor();
  await press(page, /^接受：民乐室/);
  await said.getByText(/已接受，待提供方答复：民乐室.*19:00–21:00/).waitFor();
  await row("民乐室").waitFor({ state: "detached" });
  await requireSoundPage(opened);
  await page.getByRole("link", { name: "看这个预约" }).press("Enter");
  await page.getByRole("heading", { name: "民乐室" }).waitFor();
  await page.getByText("待答复").first().waitFor();
});

it("what ends by itself soon comes before all that is overdue, however much that is, and says what came of it", async () => {
  const admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  // More than a page of what should have been done long ago.
  await admin.query(
    `insert into activities.task (id, kind, noun, record_id, occurrence, organization_id, state, opens_at, due_at, facts, created_at)
     select gen_random_uuid(), kind, noun, record_id, 1000 + number, $1, 'OPEN', now() - interval '90 days',
       now() - interval '60 days', facts, now() - interval '90 days'
     from (select * from activities.task where kind = 'FULFIL_COMMITMENT' limit 1) one, generate_series(1, 60) number`,
    [unitOf(LIAISON)],
  );
  await admin.end();
  await offered("古琴室", 6, true);
  for (const size of ["wide", "phone"] as const) {
    await using opened = await open("/", size);
    const { page } = opened;
    const tasks = page.getByRole("region", { name: "等着办的事" });
    await tasks.getByText(/逾期/).first().waitFor();
    const soon = tasks.getByRole("region", { name: "很快过期" });
    const row = soon.locator("[data-row]", { hasText: "古琴室" });
    await row.getByText(STILL_ASKED).waitFor();
    expect(await tasks.locator("h3").first().textContent()).toContain("很快过期");
    expect(await tasks.locator("[data-row]", { hasText: "古琴室" }).count()).toBe(1);
    expect((await row.boundingBox())?.y).toBeLessThan(SIZES[size].height);
    await requireSoundPage(opened);
    if (size === "wide") continue;
    await press(page, /^接受：.*古琴室/);
    await tasks.getByText(/已接受，待提供方答复：古琴室/).waitFor();
    await row.waitFor({ state: "detached" });
    await requireSoundPage(opened);
    await tasks.getByRole("link", { name: "看这个预约" }).press("Enter");
    await page.getByRole("heading", { name: "古琴室" }).waitFor();
  }
});
