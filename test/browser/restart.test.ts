import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type Asked, ask } from "../support/ask.ts";
import { scheduleActivity } from "../support/calendar.ts";
import { DEMONSTRATION } from "../support/hub.ts";
import { type HubProcess, startHubProcess } from "../support/hub-process.ts";
import { person } from "../support/people.ts";
import { freePort } from "../support/ports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SECRETARY = "445202-secretary";

/** A month in which the demonstration has nothing: more than a year ahead, and not too far for the hub. */
const month = new Date(Date.now() + 530 * 86_400_000).toISOString().slice(0, 7);

let browser: TestBrowser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
});

it("a page that is open while the hub is away says so, misses nothing, and asks for nothing twice", async () => {
  await using closing = new AsyncDisposableStack();
  const database = closing.use(await createTestDatabase(DEMONSTRATION));
  const folder = closing.use(await temporaryFolder());
  const settings = { DATABASE_URL: database.url, PORT: String(await freePort()) };
  const start = async (): Promise<HubProcess> =>
    closing.use(await startHubProcess(folder.path, settings));
  const hub = await start();
  const { url } = hub;
  const issuer = await openDemonstrationIssuer(folder.path);
  const tokenOf = (name: string): Promise<string> => issuer.token(person(name).subject);
  const askAs = async (query: string, variables: object = {}, name = SECRETARY): Promise<Asked> =>
    await ask(url, { query, variables, token: await tokenOf(name) });
  const during = (hour: number): object => ({
    start: `${month}-20T${hour}:00:00+08:00`,
    end: `${month}-20T${hour + 1}:00:00+08:00`,
  });
  const address = `${url}/calendar?view=list&day=${month}-01`;
  await using opened = await browser.open(address, { token: await tokenOf(SECRETARY) });
  const { page } = opened;
  await page.getByText("这段时间没有活动").waitFor();
  await scheduleActivity({ ask: askAs }, "停机之前", { during: during(10) });
  await page.getByRole("link", { name: "停机之前" }).waitFor();

  const asked: string[] = [];
  page.on("request", (request) => {
    const query = /\bquery (\w+)/.exec(request.postData() ?? "")?.[1];
    if (query !== undefined) asked.push(query);
  });
  await hub.stop("SIGKILL");
  await page.getByText("连接已断开").waitFor();
  await start();
  await scheduleActivity({ ask: askAs }, "重启之后", { during: during(14) });
  await page.getByRole("link", { name: "重启之后" }).waitFor();
  await page.getByText("连接已断开").waitFor({ state: "detached" });
  // One update, so whatever shows activities is asked for once, and nothing else.
  expect(asked).toEqual(["CalendarPage"]);
});
