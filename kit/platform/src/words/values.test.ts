import { describe, expect, it } from "@jest/globals";
import { markInstant } from "../field-changes/instants.ts";
import { valueInChinese } from "./values.ts";

const said = (noun: string, field: string, value: unknown): string | null =>
  valueInChinese(value, { noun, field }, (text) => (text === "id-1" ? "某单位" : text));

describe("a stored value in Chinese", () => {
  it.each([
    ["Need", "kind", "WISH", "微心愿"],
    ["Activity", "kind", "MEETING", "会议"],
    ["Booking", "state", "REQUESTED", "待答复"],
    ["Need", "state", "WITHDRAWN", "已撤回"],
    ["Need", "audience", "COMMITTEE", "委员会内的单位可见"],
    ["Seat", "role", "PART_TIME", "兼职委员"],
    ["Resource", "functionAreas", ["DELIBERATION", "…"], "协商议事、…"],
    ["Resource", "approval", false, "否"],
    ["Resource", "capacity", 0, "0"],
    ["Resource", "title", "WISH", "WISH"],
    ["Resource", "title", "constructor", "constructor"],
    ["Need", "kind", "constructor", "constructor"],
    ["Need", "neededBy", "2020-06-04", "2020年6月4日（周四）"],
    ["Activity", "hostId", "id-1", "某单位"],
    [
      "Activity",
      "startsAt",
      markInstant(new Date("2020-06-04T01:00:00Z")),
      "2020年6月4日（周四）09:00",
    ],
    [
      "WebhookEndpoint",
      "filter",
      { kinds: ["MEETING", "TRAINING"], organizationId: "id-1", types: null },
      "类型：会议、培训，单位：某单位",
    ],
  ])("of %s.%s: %j is %s", (noun, field, value, words) => {
    expect(said(noun, field, value)).toBe(words);
  });

  it.each([[null], [undefined], [""], [[]], [{}], [{ kinds: null }]])(
    "is nothing for what is empty: %j",
    (value) => {
      expect(said("Need", "description", value)).toBeNull();
    },
  );
});
