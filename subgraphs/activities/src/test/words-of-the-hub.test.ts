import { randomUUID } from "node:crypto";
import { createLog } from "@alliance-hub/platform/log/log";
import { said, text } from "@alliance-hub/platform/notices/facts";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import type { Language } from "@alliance-hub/platform/words/language";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** The title of the latest notice of unit a, in a language. */
async function titleIn(language: Language): Promise<unknown> {
  const log = createLog({ level: "fatal", name: "test" });
  const execute = createSubgraphExecutor(setting.subgraph, log);
  const viewer = setting.liaison(setting.units.a);
  const { signal } = new AbortController();
  const query = "{ notices(first: 1) { nodes { title } } }";
  const request = { viewer, requestId: "test", signal, language };
  const { data } = await execute({ query, variables: {} }, request);
  return (data as { notices: { nodes: { title: string }[] } }).notices.nodes[0]?.title;
}

const RULE = { zh: "某街道尚有单位 1 个。", en: "The street still has 1 organisation." };

it.each([
  ["the hub said is told in the language of whoever reads it", said(RULE), RULE.en],
  ["somebody wrote stays as it is", text(RULE.zh), RULE.zh],
])("what %s", async (_what, reason, inEnglish) => {
  const day = { day: "2026-05-01" };
  const facts = {
    place: { region: "none" },
    from: day,
    kind: { value: ["RegionChangeKind", "END"] },
  };
  await setting.admin.query(
    `insert into activities.notice (id, noun, type, record_id, organization_id, facts, occurred_at)
     values ($1, 'RegionChange', 'FAILED', $2, $3, $4, '2026-03-01T04:00:00Z')`,
    [randomUUID(), randomUUID(), setting.units.a, JSON.stringify({ ...facts, reason })],
  );
  expect(await titleIn("zh-CN")).toContain(RULE.zh);
  expect(await titleIn("en")).toContain(inEnglish);
});
