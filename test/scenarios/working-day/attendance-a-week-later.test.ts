import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/** A unit recorded too few people for an activity that was held. A week later it says how many there really were. */
let day: WorkingDay;
let host: Unit;
let guest: Unit;
let other: Unit;
let auditor: string;
let activity: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  [host, guest, other] = [
    await day.unit("街道小学"),
    await day.unit("物业公司"),
    await day.unit("社区医院"),
  ];
  auditor = day.world.named("auditor");
  await day.send(day.world.operator, "appoint", "__typename", {
    subject: auditor,
    role: "AUDITOR",
    regionCode: day.world.district,
  });
  const made = await day.send(day.secretary, "scheduleActivity", "activity { id }", {
    committeeId: day.committeeId,
    hostId: host.id,
    title: "义务清扫",
    kind: "SERVICE",
    audience: "COMMITTEE",
    during: between("2026-09-12", "09:00", "11:00"),
  });
  activity = String(made["activity"]?.["id"]);
  await day.send(guest.liaison, "joinActivity", "activity { id }", {
    id: activity,
    organizationId: guest.id,
  });
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const record = async (as: string, attendance: number) =>
  await day.send(as, "recordAttendance", "activity { state attendance }", {
    id: activity,
    organizationId: guest.id,
    attendance,
  });
/** How many people were counted in the district in September. */
async function figure(): Promise<number> {
  const report = `query ($region: String!) { report(regionCode: $region, from: "2026-09-01", to: "2026-09-30") { attendance } }`;
  const data = await day.read(day.secretary, report, { region: day.world.district });
  return Number(data["report"]?.["attendance"]);
}
async function updates(as: string): Promise<readonly string[]> {
  const since = "{ activityUpdatesSince(first: 100) { nodes { type activity { id } } } }";
  const nodes = nodesOf(await day.read(as, since), "activityUpdatesSince");
  return nodes.map(({ type }) => String(type));
}

describe("attendance", () => {
  it("is recorded on the day, and counted", async () => {
    day.goTo("2026-09-12T11:30");
    const recorded = await record(guest.liaison, 12);
    expect(recorded["activity"]).toEqual({ state: "HELD", attendance: 12 });
    expect(await figure()).toBe(12);
  });

  it("is corrected a week later by whoever recorded it, and not by others", async () => {
    day.goTo("2026-09-19T09:00");
    const input = { id: activity, organizationId: guest.id, attendance: 21 };
    const others = await day.refused(other.liaison, "recordAttendance", input);
    expect(others.extensions.code).toBe("FORBIDDEN");
    const strangers = await day.refused(day.stranger, "recordAttendance", input);
    expect(strangers.extensions.code).toBe("NOT_FOUND");
    const corrected = await record(guest.liaison, 21);
    expect(corrected["activity"]).toEqual({ state: "HELD", attendance: 21 });
    expect(await figure()).toBe(21);
  });

  it("stands in the audit log with the old value and the new one", async () => {
    const log = `query ($id: String!) { auditEntries(filter: { recordId: $id }) {
      nodes { action details changes { field before after } } } }`;
    const data = await day.read(auditor, log, { id: activity });
    const [newest] = nodesOf(data, "auditEntries");
    expect(newest?.["action"]).toBe("recordAttendance");
    const text = JSON.stringify(newest);
    expect(text).toMatch(/\b12\b/);
    expect(text).toMatch(/\b21\b/);
    const closed = await day.hub.ask(day.secretary, log, { id: activity });
    expect(closed.codes).toEqual(["FORBIDDEN"]);
  });

  it("is told to the host both times, follows in the update log, and is nothing to strangers", async () => {
    const told = await day.told(host.liaison, activity);
    expect(told.filter((type) => type === "ATTENDANCE_RECORDED")).toHaveLength(2);
    expect((await updates(other.liaison)).filter((type) => type === "ATTENDANCE_RECORDED")).toEqual(
      ["ATTENDANCE_RECORDED", "ATTENDANCE_RECORDED"],
    );
    expect(await day.told(day.stranger, activity)).toEqual([]);
    expect(await updates(day.stranger)).toEqual([]);
  });

  it("is final once the year's digest is written", async () => {
    day.goTo("2027-01-31T23:59");
    await record(guest.liaison, 22);
    day.goTo("2027-02-01T00:00");
    const input = { id: activity, organizationId: guest.id, attendance: 23 };
    const error = await day.refused(guest.liaison, "recordAttendance", input);
    expect(error.extensions.code).toBe("ILLEGAL_TRANSITION");
    expect(error.message).toContain("2027-01-31");
  });
});
