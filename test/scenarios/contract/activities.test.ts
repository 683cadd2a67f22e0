import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inHours, unitOf } from "../../support/people.ts";

const [SECRETARY, JOINER, OUTSIDER] = [
  "445202-secretary",
  "445202-liaison-1",
  "610327-liaison-1",
] as const;

let hub: TestHub;
let committeeId: string;
let hostId: string;
beforeAll(async () => {
  hub = await startHub();
  const page = await hub.ask(operation("OrganizationPage"), { id: unitOf(JOINER) });
  committeeId = String(
    page.data["organization"]?.["memberships"]?.["nodes"]?.[0]?.["committee"]?.["id"],
  );
  hostId = unitOf(JOINER);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const schedule = (input: object, as: string) =>
  hub.ask(
    operation("ScheduleActivity"),
    {
      input: {
        committeeId,
        hostId,
        title: "周末义诊",
        kind: "SERVICE",
        during: { start: inHours(72), end: inHours(75) },
        audience: "COMMITTEE",
        ...input,
      },
    },
    as,
  );

async function runner(): Promise<string> {
  const names = [SECRETARY, "445202-secretary-2"];
  for (const name of names) if (committeeOf(name) === committeeId) return name;
  return SECRETARY;
}

describe("an activity's life", () => {
  it("is scheduled by whoever runs the committee, joined, moved, held and counted", async () => {
    const secretary = await runner();
    const scheduled = await schedule({}, secretary);
    expect(scheduled.codes).toEqual([]);
    const id = scheduled.data["scheduleActivity"]?.["activity"]?.["id"];
    expect(scheduled.data["scheduleActivity"]?.["activity"]).toMatchObject({
      state: "SCHEDULED",
      startsAt: inHours(72),
    });

    const moved = { start: inHours(96), end: inHours(98) };
    expect(
      (await hub.ask(operation("RescheduleActivity"), { id, during: moved }, OUTSIDER)).codes,
    ).toEqual(["NOT_FOUND"]);
    const rescheduled = await hub.ask(
      operation("RescheduleActivity"),
      { id, during: moved },
      secretary,
    );
    expect(rescheduled.data["rescheduleActivity"]?.["activity"]).toEqual({
      id,
      state: "RESCHEDULED",
      startsAt: moved.start,
      endsAt: moved.end,
    });

    const join = () =>
      hub.ask(
        operation("JoinActivity"),
        { id, organizationId: unitOf("445202-liaison-2") },
        "445202-liaison-2",
      );
    expect((await join()).codes).toEqual([]);
    const joined = await join();
    expect(joined.data["joinActivity"]?.["activity"]?.["participants"]).toHaveLength(2);

    const recorded = await hub.ask(
      operation("RecordAttendance"),
      { id, organizationId: unitOf("445202-liaison-2"), attendance: 30 },
      "445202-liaison-2",
    );
    expect(recorded.codes).toEqual([]);
    expect(recorded.data["recordAttendance"]?.["activity"]).toMatchObject({ id, attendance: 30 });

    const calendar = await hub.ask(
      operation("CommitteeCalendar"),
      { committee: committeeId, during: { start: inHours(90), end: inHours(100) } },
      JOINER,
    );
    expect(calendar.codes).toEqual([]);
    expect(calendar.data["committee"]?.["calendar"]).toMatchObject([
      { id, host: { id: hostId }, venue: null },
    ]);
    const hidden = await hub.ask(
      operation("CommitteeCalendar"),
      { committee: committeeId, during: { start: inHours(90), end: inHours(100) } },
      OUTSIDER,
    );
    expect(hidden.data["committee"]?.["calendar"]).toEqual([]);

    const cancelled = await hub.ask(operation("CancelActivity"), { id, reason: "台风" }, secretary);
    expect(cancelled.data["cancelActivity"]?.["activity"]).toEqual({ id, state: "CANCELLED" });
    expect(
      (await hub.ask(operation("RescheduleActivity"), { id, during: moved }, secretary)).codes,
    ).toEqual(["ILLEGAL_TRANSITION"]);
  });

  it("is found by Activities for those who may read it, and by nobody else", async () => {
    const scheduled = await schedule({ title: "只给本委员会" }, await runner());
    const id = scheduled.data["scheduleActivity"]?.["activity"]?.["id"];
    const ids = async (as?: string) => {
      const filter = { committeeId, states: ["SCHEDULED"], text: "只給本委員會" };
      const found = await hub.ask(operation("Activities"), { filter }, as);
      return nodesOf(found.data, "activities").map((node) => node["id"]);
    };
    expect(await ids(JOINER)).toEqual([id]);
    expect(await ids(OUTSIDER)).toEqual([]);
    expect(await ids()).toEqual([]);
  });

  it("cannot be scheduled by a stranger, end before it starts, or be hosted by one who is no member", async () => {
    expect((await schedule({}, OUTSIDER)).codes).toEqual(["FORBIDDEN"]);
    const secretary = await runner();
    expect(
      (await schedule({ during: { start: inHours(5), end: inHours(4) } }, secretary)).codes,
    ).toEqual(["BAD_USER_INPUT"]);
    expect((await schedule({ hostId: unitOf(OUTSIDER) }, secretary)).codes).toEqual([
      "BAD_USER_INPUT",
    ]);
  });
});
