import { describe, expect, it } from "@jest/globals";
import { scheduleActivity } from "../../support/calendar.ts";
import { startHub } from "../../support/hub.ts";
import {
  type OutageStage,
  PROVIDER,
  READ,
  linesOf,
  openOutageStage,
} from "../../support/outage/setting.ts";
import { patiently } from "../../support/patience.ts";
import { readAndReturn } from "../../support/returning-reader.ts";
import { type SilentProxy, startSilentProxy } from "@alliance-hub/testing/silent-proxy";

const DEADLINE_MS = 2000;

/** A hub whose database can fall silent. */
async function openSilentStage(
  closing: AsyncDisposableStack,
): Promise<OutageStage & { readonly proxy: SilentProxy }> {
  const through: { proxy?: SilentProxy } = {};
  const stage = closing.use(
    await openOutageStage({ HUB_DEADLINE_MS: String(DEADLINE_MS) }, async (url) => {
      through.proxy = closing.use(await startSilentProxy(url));
      return through.proxy.url;
    }),
  );
  const { proxy } = through;
  if (!proxy) throw new Error("There is no proxy");
  // Before the database goes: a sign-in that the silence cut off keeps the server for a minute.
  closing.defer(() => proxy.close());
  return Object.assign(stage, { proxy });
}

const statusOf = async (address: string): Promise<number> => (await fetch(address)).status;

describe("a database whose host goes silent", () => {
  it("costs no request more than its time, and is used again when it is back", async () => {
    await using closing = new AsyncDisposableStack();
    const stage = await openSilentStage(closing);
    const { hub, proxy } = stage;
    await Promise.all(Array.from({ length: 20 }, () => stage.ask(READ)));
    proxy.fallSilent();
    for (let round = 0; round < 2; round++) {
      const asked = await Promise.all([
        ...Array.from({ length: 5 }, () => stage.ask(READ)),
        ...Array.from({ length: 5 }, () => stage.ask(READ, {}, PROVIDER)),
      ]);
      for (const { status, codes } of asked) {
        expect(status).toBe(503);
        for (const code of codes) expect(["SUBGRAPH_UNAVAILABLE", "OVERLOADED"]).toContain(code);
      }
      expect(await statusOf(`${hub.url}/health/ready`)).toBe(503);
    }
    proxy.resume();
    await patiently(
      () => stage.ask(READ, {}, PROVIDER),
      ({ status, codes }) => status === 200 && codes.length === 0,
    );
    await patiently(
      () => statusOf(`${hub.url}/health/ready`),
      (status) => status === 200,
    );
    expect(hub.output()).not.toMatch(/"stack"|unforeseen/);
  });

  it("does not keep the hub from stopping", async () => {
    await using closing = new AsyncDisposableStack();
    const stage = await openSilentStage(closing);
    await Promise.all(Array.from({ length: 20 }, () => stage.ask(READ)));
    stage.proxy.fallSilent();
    const asked = stage.ask(READ);
    // The request has its time; whatever is closed then waits for no answer, or this would not end.
    expect(await stage.hub.stop()).toBe(0);
    expect((await asked).status).toBe(503);
  });

  it("costs followers nothing: what another hub did meanwhile is told when it is back", async () => {
    await using closing = new AsyncDisposableStack();
    const stage = await openSilentStage(closing);
    const { hub, proxy } = stage;
    const other = closing.use(await startHub({ DATABASE_URL: stage.database.url }));
    await using reader = readAndReturn(hub.url);
    // A subscription tells what happens from its beginning on, and its first word is that it has begun.
    await patiently(
      () => scheduleActivity(other, "之前"),
      () => reader.activityIds.length > 0,
    );
    proxy.fallSilent();
    await patiently(
      () => linesOf(hub, /does not answer/).map(({ pool }) => pool),
      (pools) => pools.includes("activities activity_update") && pools.includes("gateway standing"),
    );
    const missed = await scheduleActivity(other, "其间");
    proxy.resume();
    await patiently(
      () => reader.activityIds,
      (ids) => ids.includes(missed),
    );
    expect(new Set(reader.activityIds).size).toBe(reader.activityIds.length);
    expect(hub.output()).not.toMatch(/"stack"|unforeseen/);
  });
});
