import { randomUUID } from "node:crypto";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  JOIN,
  RESCHEDULE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";
import { ARRIVALS, SINCE } from "./notice-calls.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
  for (let left = 4; left > 0; left -= 1) await scheduled(setting);
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const change = async (viewer: Viewer, query: string, input: object): Promise<void> => {
  const { message } = await setting.call(viewer, query, { input });
  if (message !== undefined) throw new Error(message);
};

describe("the notices of a log", () => {
  it("are polled from a position on, without gaps", async () => {
    const viewer = setting.liaison(setting.units.a);
    const { data } = await setting.call(viewer, SINCE, { first: 100 });
    const { nodes: all, endPosition } = data.noticesSince;
    const half = all[Math.floor(all.length / 2)];
    const { data: rest } = await setting.call(viewer, SINCE, { after: half.position });
    const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
    expect(ids(rest.noticesSince.nodes)).toEqual(ids(all).slice(ids(all).indexOf(half.id) + 1));
    await scheduled(setting);
    const { data: fresh } = await setting.call(viewer, SINCE, { after: endPosition });
    expect(fresh.noticesSince.nodes).toHaveLength(1);
    const { code } = await setting.call(viewer, SINCE, { after: "no position" });
    expect(code).toBe("BAD_USER_INPUT");
  });

  it("do not take a position of the update log", async () => {
    const updates = `{ activityUpdatesSince(first: 1) { nodes { position } } }`;
    const { data } = await setting.call(setting.secretary, updates);
    const [{ position }] = data.activityUpdatesSince.nodes;
    const { code } = await setting.call(setting.secretary, SINCE, { after: position });
    expect(code).toBe("RESYNC_REQUIRED");
  });

  it("are followed after a position, each once, and then as they are left", async () => {
    const { a } = setting.units;
    const viewer = setting.liaison(a);
    const { data } = await setting.call(viewer, SINCE, { first: 100 });
    const { nodes, endPosition } = data.noticesSince;
    const ending = new AbortController();
    const arrived: string[] = [];
    const follow = (after: string) =>
      (async () => {
        const asked = { query: ARRIVALS, variables: { after }, signal: ending.signal };
        for await (const { data: event } of setting.follow(viewer, asked))
          if (event) arrived.push(event.noticeArrivals.type);
      })();
    const following = follow(nodes.at(-2).position);
    await until(
      async () => arrived.length,
      (count) => count === 1,
    );
    const id = await scheduled(setting);
    await change(setting.liaison(setting.units.b), JOIN, {
      id,
      organizationId: setting.units.b,
    });
    await scheduled(setting, { hostId: setting.units.c });
    await until(
      async () => arrived.length,
      (count) => count >= 3,
    );
    ending.abort();
    await following;
    expect(arrived).toEqual([nodes.at(-1).type, "SCHEDULED", "PARTICIPANT_JOINED"]);
    expect(endPosition).toBeDefined();
  });

  it("are left with the change or not at all", async () => {
    const count = async () =>
      Number((await setting.admin.query("select count(*) from activities.notice")).rows[0].count);
    const before = await count();
    const { code } = await setting.call(setting.liaison(setting.units.a), RESCHEDULE, {
      input: { id: randomUUID(), during: on("2026-03-13") },
    });
    expect(code).toBe("NOT_FOUND");
    expect(await count()).toBe(before);
  });
});
