import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { accessibilityFaults } from "../../support/browser.ts";
import { committeeOf } from "../../support/people.ts";
import { browser, hub } from "./setting.ts";

// Its unit has something of most kinds in the demonstration's present.
const SECRETARY = "445202-secretary";
const COMMUNITY = "445202-secretary-2";
const TASKS = `{ tasks(first: 100) { totalCount nodes { id kind title } } }`;

const list = (page: Page): Locator => page.getByRole("region", { name: "等着办的事" });

/** The titles of what awaits somebody, of one kind. */
async function titlesOf(name: string, kind: string): Promise<string[]> {
  const { data } = await hub.ask(TASKS, {}, name);
  // As TASKS asks for it.
  const nodes = data["tasks"]?.["nodes"] as unknown as { kind: string; title: string }[];
  return nodes.filter((task) => task.kind === kind).map(({ title }) => title);
}

/** The row of the first task of a kind. */
async function rowOf(page: Page, name: string, kind: string): Promise<Locator> {
  await list(page).locator("[data-row]").first().waitFor();
  const row = list(page).locator("[data-row]", {
    has: page.getByRole("button", { name: new RegExp(`^${ACTIONS[kind]}：`) }),
  });
  expect(await row.count()).toBe((await titlesOf(name, kind)).length);
  return row.first();
}

/** The button that does a task of each kind. */
const ACTIONS: Readonly<Record<string, string>> = {
  SIGN_AGREEMENT: "签署",
  FULFIL_COMMITMENT: "登记兑现",
  ACCEPT_REGISTRATION: "接收",
  CLOSE_ACTIVITY: "记为已举办",
};

/** Waits until one task of a kind less awaits somebody than before, on the page and in the hub. */
async function isDone(
  page: Page,
  name: string,
  { kind, before }: { kind: string; before: number },
) {
  const buttons = list(page).getByRole("button", { name: new RegExp(`^${ACTIONS[kind]}：`) });
  await buttons.nth(before - 1).waitFor({ state: "detached" });
  expect(await titlesOf(name, kind)).toHaveLength(before - 1);
}

describe("tasks on my day", () => {
  let token: string;

  beforeAll(async () => {
    token = await hub.tokenOf(SECRETARY);
  });

  it("stand by how near they are, overdue ones first and marked in words; both themes, wide and on a phone", async () => {
    await using opened = await browser.open(hub.url, { token });
    const { page, faults } = opened;
    const groups = list(page).locator("h3");
    await groups.first().waitFor();
    expect(await groups.first().textContent()).toMatch(/^已逾期 \d+ 项$/);
    const overdue = page.getByRole("region", { name: "已逾期" }).locator("[data-row]");
    expect(await overdue.count()).toBe(await overdue.getByText(/逾期 \d+ 天/).count());
    const { data } = await hub.ask(TASKS, {}, SECRETARY);
    const total = Number(data["tasks"]?.["totalCount"]);
    expect(await list(page).locator("h2").textContent()).toBe(`等着办的事 ${total}`);
    const late = await overdue.count();
    for (const size of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await list(page)
        .getByText(/逾期 \d+ 天/)
        .first()
        .waitFor();
      expect(
        await list(page)
          .getByText(/逾期 \d+ 天/)
          .count(),
      ).toBe(late);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityFaults(page)).toEqual([]);
      }
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  it("on a phone stand by kind, three of each in sight and the others folded; none is lost from the count", async () => {
    await using opened = await browser.open(hub.url, { token, size: { width: 390, height: 844 } });
    const { page, faults } = opened;
    const kind = page.getByRole("region", { name: "承诺要兑现" });
    const { data } = await hub.ask(TASKS, {}, SECRETARY);
    const all = data["tasks"]?.["nodes"] as unknown as { id: string; kind: string }[]; // as TASKS asks for it
    const ids = all.flatMap((task) => (task.kind === "FULFIL_COMMITMENT" ? [task.id] : []));
    expect(ids.length).toBeGreaterThan(4);
    const rows = kind.locator("[data-row]");
    await rows.nth(2).waitFor();
    expect(await kind.locator("h3").textContent()).toContain(`${ids.length} 项`);
    expect(await rows.count()).toBe(ids.length);
    expect(await kind.locator("> .rows > [data-row]").count()).toBe(3);
    // What is most urgent is in sight.
    expect(await rows.first().getAttribute("data-row")).toBe(ids[0]);
    expect(await rows.nth(3).isVisible()).toBe(false);
    await kind.getByText(`还有 ${ids.length - 3} 项`).press("Enter");
    await rows.nth(ids.length - 1).waitFor();
    const late = await kind.getByText(/逾期 \d+ 天/).count();
    if (late > 0) await kind.getByText(`已逾期 ${late} 项`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // The kind with the task that is due first comes first.
    const first = list(page).locator("[data-row]").first();
    expect(await first.getAttribute("data-row")).toBe(all[0]?.id);
    expect(faults).toEqual([]);
  });

  it("of one office are shown alone for whoever has several, and the address keeps which", async () => {
    const committee = committeeOf(SECRETARY);
    await using opened = await browser.open(`${hub.url}/?office=${committee}`, {
      token,
      size: { width: 390, height: 844 },
    });
    const { page, faults } = opened;
    const one = `{ tasks(filter: { committeeId: "${committee}" }) { totalCount } }`;
    const { data } = await hub.ask(one, {}, SECRETARY);
    await page.getByText("我们接下来的预约").waitFor({ state: "detached" });
    await list(page)
      .getByText("没有等着办的事")
      .or(list(page).locator("[data-row]"))
      .first()
      .waitFor();
    expect(await list(page).locator("[data-row]").count()).toBe(data["tasks"]?.["totalCount"]);
    await page.getByLabel("为谁办理").selectOption("ALL");
    await list(page).locator("[data-row]").first().waitFor();
    await page.getByText("我们接下来的预约").waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(faults).toEqual([]);
  });

  it("an agreement is signed after what the unit takes on was shown", async () => {
    const kind = "SIGN_AGREEMENT";
    const before = (await titlesOf(SECRETARY, kind)).length;
    await using opened = await browser.open(hub.url, { token });
    const { page, faults } = opened;
    const row = await rowOf(page, SECRETARY, kind);
    await row.getByRole("button", { name: /^签署/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/承诺事项 \d+ 条？签署后不能撤回/).waitFor();
    await dialog.getByRole("button", { name: "签署" }).click();
    await isDone(page, SECRETARY, { kind, before });
    expect(faults).toEqual([]);
  });

  it("a commitment is recorded as kept once more", async () => {
    await using opened = await browser.open(hub.url, { token });
    const { page, faults } = opened;
    const row = await rowOf(page, SECRETARY, "FULFIL_COMMITMENT");
    const id = String(await row.getAttribute("data-row"));
    await row.getByRole("button", { name: /^登记兑现/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "登记" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await list(page).locator(`[data-row="${id}"]`).waitFor({ state: "detached" });
    // Keys go on at the next task.
    await list(page).locator("[data-row]:focus").waitFor();
    const { data } = await hub.ask(TASKS, {}, SECRETARY);
    expect(JSON.stringify(data)).not.toContain(id);
    expect(faults).toEqual([]);
  });

  it("a unit that has reported is accepted, an activity that is over is marked as held", async () => {
    for (const [name, kind] of [
      [COMMUNITY, "ACCEPT_REGISTRATION"],
      [SECRETARY, "CLOSE_ACTIVITY"],
    ] as const) {
      const before = (await titlesOf(name, kind)).length;
      await using opened = await browser.open(hub.url, { token: await hub.tokenOf(name) });
      const { page, faults } = opened;
      const row = await rowOf(page, name, kind);
      await row.getByRole("button", { name: new RegExp(`^${ACTIONS[kind]}`) }).click();
      if (kind === "CLOSE_ACTIVITY")
        await page.getByRole("dialog").getByRole("button", { name: "记为已举办" }).click();
      await isDone(page, name, { kind, before });
      expect(faults).toEqual([]);
    }
  });
});
