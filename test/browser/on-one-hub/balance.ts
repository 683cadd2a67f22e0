import { expect, it } from "@jest/globals";
import { browser, hub } from "./setting.ts";

const QUERY = `{ registrationBalance(regionCode: "445202", orderBy: FEWEST_UNITS, first: 100) {
  nodes { units headcount region { name } } } }`;

interface Place {
  readonly units: number;
  readonly headcount: number;
  readonly region: { readonly name: string };
}

it("the balance of registrations is drawn, and its table has each community, the fewest units first", async () => {
  const { data } = await hub.ask(QUERY);
  // The shape is that of the query above.
  const places = data["registrationBalance"]?.["nodes"] as unknown as readonly Place[];
  await using opened = await browser.open(`${hub.url}/registrations?place=445202`);
  const { page, faults } = opened;
  await page.getByRole("link", { name: "各社区报到的均衡情况" }).click();
  await page.getByRole("heading", { name: "榕城区的报到均衡" }).waitFor();
  for (const title of ["各社区的报到单位", "各社区的报到党员"]) {
    const chart = page.locator(".chart", { hasText: title });
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("canvas").waitFor();
  }
  const rows = page.getByRole("table", { name: "全部社区" }).locator("tbody tr");
  await rows.first().waitFor();
  const shown = await rows.locator("a, td").allTextContents();
  expect(shown).toEqual(
    places.flatMap(({ region, units, headcount }) => [region.name, `${units}`, `${headcount}`]),
  );
  // The same, most first, in a file.
  await page.goto(`${hub.url}/registrations/balance?place=445202&order=MOST_MEMBERS`);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为表格" }).click();
  expect((await saving).suggestedFilename()).toBe("榕城区的报到均衡.csv");
  expect(faults).toEqual([]);
});
