import { randomUUID } from "node:crypto";
import { noticesOfChanged } from "@alliance-hub/platform/notices/concerned/changed-records";
import { waitingMoved } from "@alliance-hub/platform/notices/concerned/of-resources";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const NOW = new Date("2026-03-01T04:00:00Z");

// Other subgraphs learn from the database what a list's move means; the services of this one say it themselves.
it.each([
  ["OFFERED", "2026-03-02T04:00:00Z", "OFFERED"],
  ["WITHDRAWN", null, "HAD"],
  ["LAPSED", null, "IN_VAIN"],
  ["LAPSED", "2026-03-01T05:00:00Z", "IN_VAIN"],
  ["LAPSED", "2026-03-01T04:00:00Z", "LAPSED"],
] as const)(
  "of an entry that is %s, offered until %s, both tell %s",
  async (state, until, type) => {
    const row = {
      id: randomUUID(),
      resource_id: randomUUID(),
      organization_id: randomUUID(),
      provider_id: randomUUID(),
      starts_at: "2026-03-04T01:00:00Z",
      ends_at: "2026-03-04T03:00:00Z",
      offered_until: until,
      quantity: 1,
      state,
    };
    const { rows } = await setting.admin.query(
      `select resources.told_of(entry, $2) as told, resources.about(entry) as about
     from jsonb_populate_record(null::resources.waiting_entry, $1) as entry`,
      [JSON.stringify(row), NOW],
    );
    const told = noticesOfChanged(rows, null);
    expect(told.map((notice) => notice.type)).toEqual([type]);
    expect(told).toEqual(waitingMoved(rows[0].about, NOW));
  },
);
