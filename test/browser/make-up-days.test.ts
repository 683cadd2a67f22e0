import { afterAll, beforeAll, it } from "@jest/globals";
import pg from "pg";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press } from "../support/keyboard.ts";
import { inDays } from "../support/people.ts";
import { type Rooms, bookingPage, roomsOf } from "../support/rooms.ts";
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

/** The next day of a weekend that is not today, as days from today. */
const weekend = [1, 2, 3, 4, 5, 6].find((days) =>
  [0, 6].includes(new Date(inDays(days)).getUTCDay()),
);

it("a working day at a weekend is open as a Monday on the page and the board, and hours that touch are one time", async () => {
  const days = weekend ?? 1;
  const admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  // Some days of weekends are published, as days off or as working days.
  await admin.query(
    `insert into resources.holiday (day, name, is_off) values ($1, '元旦', false)
     on conflict (day) do update set name = excluded.name, is_off = excluded.is_off`,
    [inDays(days)],
  );
  await admin.end();
  const room = await rooms.share(OWNER, "调休会议室");
  const openingHours = [
    { weekday: 1, from: "08:00", to: "12:00" },
    { weekday: 1, from: "12:00", to: "18:00" },
  ];
  await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId: room, openingHours, bookingRules: { onHolidays: "CLOSED" } } },
    OWNER,
  );
  await rooms.book(NEIGHBOUR, room, { days, from: "11:00", to: "13:00" });
  await using opened = await browser.open(
    `${hub.url}${bookingPage(room, { days, from: "11:00", to: "13:00" })}`,
    { token: await hub.tokenOf(LIAISON), size: { width: 390, height: 844 } },
  );
  const { page } = opened;
  await page.getByText("08:00–12:00、12:00–18:00（元旦调休上班）").waitFor();
  await page.getByText("这段时间已经有预约了").waitFor();
  await press(page, "候补这段时间");
  await page.getByText("已加入候补").waitFor();
  await requireSoundPage(opened);

  const row = page.getByRole("row", { name: /调休会议室/ });
  await page.goto(`${hub.url}/board?day=${inDays(days)}`);
  await row.getByRole("cell", { name: /18:00–22:00 不能使用.*不在开放时间内/ }).waitFor();
  await row.getByRole("link", { name: /14:00/ }).first().waitFor();
  await page.goto(`${hub.url}/board?day=${inDays(days)}&view=week`);
  await row
    .getByRole("link", { name: new RegExp(`预约调休会议室`) })
    .first()
    .waitFor();
  await requireSoundPage(opened);
});
