import { beforeAll, describe, expect, it } from "@jest/globals";
import { accessibilityFaults } from "../../support/browser.ts";
import { tabTo } from "../../support/keyboard.ts";
import { browser, hub } from "./setting.ts";

const [CLERK, LIAISON] = ["445202-clerk", "445202-liaison-4"] as const;
const TASKS = `query ($after: String) {
  tasks(filter: { below: true }, first: 100, after: $after) {
    pageInfo { hasNextPage }
    nodes { id title kind recordId dueAt committee { id name } organization { id name } }
  }
}`;

interface Task {
  readonly title: string;
  readonly kind: string;
  readonly recordId: string;
  readonly committee: Named | null;
  readonly organization: Named | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A committee, or the organisation that it stands on. */
const awaited = ({ committee, organization }: Task): Named =>
  committee ?? organization ?? { id: "", name: "" };

/** What awaits the committees below the clerk's. */
async function tasksBelow(): Promise<Task[]> {
  const { data } = await hub.ask(TASKS, {}, CLERK);
  // As TASKS asks for it.
  const { pageInfo, nodes } = data["tasks"] as unknown as {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly Task[];
  };
  expect(pageInfo.hasNextPage).toBe(false);
  const { data: own } = await hub.ask("{ viewer { organizations { id } } }", {}, CLERK);
  const units = JSON.stringify(own);
  return nodes.filter(({ organization }) => !organization || !units.includes(organization.id));
}

describe("the overview of a district's clerk", () => {
  let all: Task[];

  beforeAll(async () => {
    all = await tasksBelow();
    expect(all.length).toBeGreaterThan(1);
  });

  it.each([
    ["a desk, light", { width: 1280, height: 900 }, "light"],
    ["a phone, dark", { width: 390, height: 844 }, "dark"],
  ] as const)(
    "shows what awaits each committee below, with counts, at %s",
    async (_, size, colorScheme) => {
      await using opened = await browser.open(`${hub.url}/`, {
        token: await hub.tokenOf(CLERK),
        size,
        colorScheme,
      });
      const { page, faults } = opened;
      await page.getByRole("link", { name: "下级委员会等着办的事" }).click();
      const groups = Map.groupBy(all, (task) => awaited(task).name);
      await page.getByText(`${groups.size} 个委员会和单位，共 ${all.length} 项`).waitFor();
      for (const [name, tasks] of groups) {
        const group = page.getByRole("region", { name, exact: true });
        await group.getByText(`${tasks.length} 项`, { exact: true }).waitFor();
        expect(await group.getByRole("listitem").count()).toBe(Math.min(tasks.length, 5));
      }
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  it("is filtered by committee and kind from the address, and leads to where a task is done, by keys alone", async () => {
    const one = all.find(({ kind }) => kind === "ACCEPT_REGISTRATION");
    if (!one) throw new Error("No registration awaits a committee");
    const own = all.filter((task) => awaited(task).id === awaited(one).id);
    const address = `${hub.url}/overview?committee=${awaited(one).id}&kind=${one.kind}`;
    await using opened = await browser.open(address, { token: await hub.tokenOf(CLERK) });
    const { page, faults } = opened;
    const count = own.filter(({ kind }) => kind === one.kind).length;
    await page.getByText(`1 个委员会和单位，共 ${count} 项`).waitFor();
    await tabTo(page, "main .row a[href='/registrations']");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "双报到" }).waitFor();
    expect(faults).toEqual([]);
  });

  it("says to whom it is of no use why, and where their own tasks are", async () => {
    await using opened = await browser.open(`${hub.url}/overview`, {
      token: await hub.tokenOf(LIAISON),
    });
    const { page, faults } = opened;
    await page.getByText("您负责的委员会没有下级").waitFor();
    await page.getByRole("main").getByRole("link", { name: "我的一天" }).click();
    await page.getByRole("heading", { name: /等着办的事/ }).waitFor();
    expect(faults).toEqual([]);
  });
});
