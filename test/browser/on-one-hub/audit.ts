import { beforeAll, describe, expect, it } from "@jest/globals";
import { unitOf } from "../../support/people.ts";
import { browser, hub } from "./setting.ts";

const LIAISON = "445202-liaison-1";
const TITLE = "老年大学教室";

describe("the audit log", () => {
  let id: string;

  beforeAll(async () => {
    const { data } = await hub.ask(
      "mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }",
      {
        input: {
          providerId: unitOf(LIAISON),
          title: "旧教室",
          kind: "VENUE",
          audience: "PUBLIC",
          publish: true,
        },
      },
      LIAISON,
    );
    id = String(data["shareResource"]?.["resource"]?.["id"]);
    const { codes } = await hub.ask(
      "mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { resource { id } } }",
      { input: { id, title: TITLE, description: `无障碍通道在东侧。${"近公交站。".repeat(60)}` } },
      LIAISON,
    );
    expect(codes).toEqual([]);
  });

  it.each([
    ["a desk", { width: 1280, height: 900 }],
    ["a phone", { width: 390, height: 844 }],
  ] as const)("an auditor unfolds what a change changed, at %s", async (_where, size) => {
    await using opened = await browser.open(`${hub.url}/audit?record=${id}`, {
      token: await hub.tokenOf("445202-auditor"),
      size,
    });
    const { page, faults } = opened;
    const updated = page.locator(".audit-row", { hasText: "更改资源" });
    const summary = updated.locator("summary");
    await summary.waitFor();
    expect(await summary.textContent()).toBe("改动 2 项");
    // Nothing of it is on the page before somebody asks, and a new record has nothing to unfold.
    expect(await updated.getByText(TITLE).isVisible()).toBe(false);
    expect(
      await page.locator(".audit-row", { hasText: "分享资源" }).locator("summary").count(),
    ).toBe(0);
    await summary.click();
    await updated.getByText(TITLE).waitFor();
    expect(await updated.locator("dt").allTextContents()).toEqual(["标题", "说明"]);
    expect((await updated.locator("dd").allTextContents()).slice(0, 3)).toEqual([
      "原为 旧教室",
      `改为 ${TITLE}`,
      "原为 （空）",
    ]);
    expect(await updated.locator("dd").last().textContent()).toMatch(/^改为 无障碍.*…$/s);
    // Long values wrap: the page is no wider than the screen.
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
      size.width,
    );
    expect(faults).toEqual([]);
  });
});
