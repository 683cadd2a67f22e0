import { describe, expect, it } from "@jest/globals";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { type OutageStage, READ, linesOf, openOutageStage } from "../../support/outage/setting.ts";
import { patiently } from "../../support/patience.ts";

const BOOKINGS = 10;
/** As many of them may be in a transaction at once; the others wait their turn. */
const AT_ONCE = 6;

const SESSIONS = "application_name = 'alliance-hub resources' and datname = current_database()";

/** Sends bookings that all wait for one locked row. */
async function bookLocked(stage: OutageStage, resourceId: string) {
  await stage.admin.query("begin");
  await stage.admin.query("select from resources.resource where id = $1 for update", [resourceId]);
  const booked = Array.from({ length: BOOKINGS }, () => stage.book(resourceId));
  await lockWaits(stage.admin, AT_ONCE);
  return booked;
}

describe("sessions that an administrator ends while ten bookings wait for one row", () => {
  it("cost those bookings, and nothing else", async () => {
    await using stage = await openOutageStage();
    const { hub, admin } = stage;
    const resourceId = await stage.shareResource();
    const booked = await bookLocked(stage, resourceId);
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${SESSIONS}`);
    await admin.query("rollback");

    const outcomes = await Promise.all(booked);
    const codes = new Set(outcomes.flatMap((outcome) => outcome.codes));
    for (const code of codes) expect(["SUBGRAPH_UNAVAILABLE", "BOOKING_CONFLICT"]).toContain(code);
    // Those that were broken off say that nothing was changed; of the others one may have won.
    const broken = outcomes.filter(({ codes }) => codes.includes("SUBGRAPH_UNAVAILABLE"));
    expect(broken.length).toBeGreaterThanOrEqual(AT_ONCE);
    for (const { errors, status } of broken) {
      expect(errors[0]?.message).toMatch(/Nothing was changed/);
      expect(status).toBe(503);
    }

    // All of the pool works: more reads at once than it has connections.
    const reads = await Promise.all(Array.from({ length: 30 }, () => stage.ask(READ)));
    expect(reads.flatMap((read) => read.codes)).toEqual([]);
    await patiently(
      async () => (await fetch(`${hub.url}/health/ready`)).status,
      (status) => status === 200,
    );
    const again = await stage.book(resourceId);
    const won = outcomes.filter(({ codes }) => codes.length === 0).length;
    expect([won, ...again.codes]).toEqual(won === 1 ? [1, "BOOKING_CONFLICT"] : [0]);

    expect(linesOf(hub, /unforeseen|failed/)).toEqual([]);
    expect(await hub.stop()).toBe(0);
  });

  it("do not keep the hub from stopping, not even while they wait", async () => {
    await using stage = await openOutageStage({ HUB_DEADLINE_MS: "2000" });
    const booked = await bookLocked(stage, await stage.shareResource());
    const stopped = stage.hub.stop();
    expect(await stopped).toBe(0);
    // Each is answered, whatever it had come to.
    for (const { codes } of await Promise.all(booked)) {
      expect(codes).toHaveLength(1);
      expect(["CONFLICT", "OVERLOADED", "SUBGRAPH_UNAVAILABLE"]).toContain(codes[0]);
    }
    await stage.admin.query("rollback");
  });
});
