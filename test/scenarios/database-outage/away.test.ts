import { expect, it } from "@jest/globals";
import { PROVIDER, READ, linesOf, openOutageStage } from "../../support/outage/setting.ts";
import { operation } from "../../support/contract.ts";
import { unitOf } from "../../support/people.ts";
import { patiently } from "../../support/patience.ts";
import { type SilentProxy, startSilentProxy } from "@alliance-hub/testing/silent-proxy";

const ASKED = 40;
const CALENDAR = `/calendars/${"a".repeat(43)}.ics`;

it("a database that refuses connections is told of once, with 503 and when to come back, and found again", async () => {
  await using closing = new AsyncDisposableStack();
  const through: { proxy?: SilentProxy } = {};
  const stage = closing.use(
    await openOutageStage({}, async (url) => {
      through.proxy = closing.use(await startSilentProxy(url));
      return through.proxy.url;
    }),
  );
  const { hub } = stage;
  await stage.ask(READ);
  await through.proxy?.goAway();

  const input = {
    providerId: unitOf(PROVIDER),
    title: "一件",
    kind: "EQUIPMENT",
    audience: "PUBLIC",
  };
  const asked = await Promise.all(
    Array.from({ length: ASKED }, async () => [
      await stage.ask(READ),
      await stage.ask(READ, {}, PROVIDER),
      await stage.ask(operation("ShareResource"), { input }, PROVIDER),
      await stage.ask(operation("ShareResource"), { input }),
    ]),
  );
  for (const { status, codes } of asked.flat()) {
    // Whoever is not signed in is refused without a database.
    expect([503, 200]).toContain(status);
    if (status === 503) expect(new Set(codes)).toEqual(new Set(["SUBGRAPH_UNAVAILABLE"]));
    else expect(codes).toEqual(["UNAUTHENTICATED"]);
  }
  expect(asked.flat().filter(({ status }) => status === 503).length).toBeGreaterThanOrEqual(
    3 * ASKED,
  );
  const raw = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: READ }),
  });
  expect([raw.status, Number(raw.headers.get("retry-after"))]).toEqual([503, expect.any(Number)]);
  expect((await fetch(hub.url + CALENDAR)).status).toBe(503);
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(503);
  expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);

  await through.proxy?.comeBack();
  const read = await stage.ask(READ);
  expect([read.status, ...read.codes]).toEqual([200]);
  expect((await stage.ask(READ, {}, PROVIDER)).codes).toEqual([]);
  expect((await stage.ask(operation("ShareResource"), { input }, PROVIDER)).codes).toEqual([]);
  await patiently(
    async () => (await fetch(`${hub.url}/health/ready`)).status,
    (status) => status === 200,
  );

  // One line for each pool, and one when it is over; no stack for anything.
  const begun = linesOf(hub, /does not answer/).map(({ pool }) => String(pool));
  expect(begun.toSorted()).toEqual([...new Set(begun)].toSorted());
  expect(begun).toEqual(expect.arrayContaining(["gateway", "resources"]));
  const ended = await patiently(
    () => linesOf(hub, /answers again/).map(({ pool }) => String(pool)),
    (pools) => pools.length >= begun.length,
  );
  expect(ended.toSorted()).toEqual(begun.toSorted());
  expect(hub.output()).not.toMatch(/"stack"|unforeseen|tried again"/);
  expect(await hub.stop()).toBe(0);
});
