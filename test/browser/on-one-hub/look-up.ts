import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type HeldAnswers, holdAnswers } from "../../support/hold-answers.ts";
import { lookUp } from "../../support/keyboard.ts";
import { patiently } from "../../support/patience.ts";
import { browser, hub } from "./setting.ts";

const LIAISON = "445202-liaison-1";

async function committeesOf(regionCode: string): Promise<{ id: string; name: string }[]> {
  const query = `query C($regionCode: String!) {
    committees(filter: { regionCode: $regionCode }, first: 5) { nodes { id name } } }`;
  const { data } = await hub.ask(query, { regionCode }, LIAISON);
  return data["committees"]?.["nodes"] as unknown as { id: string; name: string }[]; // what the document asks for
}

/** Holds the answer to one search of a field until it is let go. */
const holdAnswer = async (page: Page, text: string): Promise<HeldAnswers> =>
  await holdAnswers(
    page,
    ({ query, variables }) =>
      query?.includes("CommitteeChoices") === true && variables?.near?.text === text,
  );

it("a committee of any district is found by its name, by keys alone, and stands in the address", async () => {
  const [far] = await committeesOf("610327");
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/meetings`, { token });
  const { page, faults } = opened;
  const field = page.getByRole("combobox", { name: "委员会" });
  await field.focus();
  await page.getByRole("option").first().waitFor();
  expect(await page.getByRole("option", { name: String(far?.name) }).count()).toBe(0);
  await lookUp(page, String(far?.name));
  await page.waitForURL(new RegExp(`committee=${far?.id}`));
  await page.reload();
  await expectValue(page, String(far?.name));

  // An emptied field is all of them.
  await field.fill("");
  await page.waitForURL((url) => !url.search.includes("committee"));
  expect(faults).toEqual([]);
});

it("while an answer is awaited only what fits is offered, and an answer that comes too late changes nothing", async () => {
  const [first, second] = await committeesOf("445202");
  const [one, other] = [String(first?.name), String(second?.name)];
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/meetings`, { token });
  const { page } = opened;
  const field = page.getByRole("combobox", { name: "委员会" });
  await field.focus();
  await page.getByRole("option", { name: one, exact: false }).first().waitFor();
  const held = await holdAnswer(page, one);
  await field.fill(one);
  await held.asked;
  for (const shown of await page.getByRole("option").allTextContents())
    expect(shown).toContain(one);

  await field.fill(other);
  await page.getByRole("option", { name: other }).first().waitFor();
  held.go();
  await page.keyboard.press("ArrowDown");
  await page.locator("[role='option'][data-focused]", { hasText: other }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`committee=${second?.id}`));
  await expectValue(page, other);
});

async function expectValue(page: Page, value: string): Promise<void> {
  const fields = page.getByRole("combobox");
  await patiently(
    async () => await Promise.all((await fields.all()).map((field) => field.inputValue())),
    (values) => values.includes(value),
  );
}
