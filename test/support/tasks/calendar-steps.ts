import {
  type Step,
  about,
  actorOf,
  committeeById,
  dayIn,
  hoursIn,
  membersOf,
  one,
  secretaryOf,
  send,
} from "./turn.ts";

const DAY_MS = 86_400_000;

/** Activities, issues, and time. */
export const CALENDAR_STEPS: Readonly<Record<string, Step>> = {
  raiseIssue: about(
    (turn) => one(turn, turn.records.committee),
    async (turn, committee) => {
      const owner = one(turn, membersOf(turn, committee["id"]));
      if (!owner) return "NOTHING";
      const days = turn.random.between(0, 30);
      return await send(turn, secretaryOf(turn.world, committee), "raiseIssue", {
        committeeId: committee["id"],
        title: "楼道照明",
        ownerId: owner["organization_id"],
        ...(turn.random.oneIn(3) ? {} : { deadline: dayIn(turn, days) }),
      });
    },
  ),
  resolveIssue: about(
    (turn) => one(turn, turn.records.issue, ({ state }) => state === "RAISED"),
    (turn, { id, owner_id }) =>
      send(turn, actorOf(turn, owner_id), "resolveIssue", { id, outcome: "已修复" }),
  ),
  scheduleActivity: about(
    (turn) => one(turn, turn.records.committee),
    async (turn, committee) => {
      const host = one(turn, membersOf(turn, committee["id"]));
      if (!host) return "NOTHING";
      return await send(turn, secretaryOf(turn.world, committee), "scheduleActivity", {
        committeeId: committee["id"],
        hostId: host["organization_id"],
        title: "义诊",
        kind: "SERVICE",
        during: hoursIn(turn, turn.random.between(-48, 400)),
        audience: "COMMITTEE",
      });
    },
  ),
  rescheduleActivity: ahead(async (turn, { id, committee_id }) => {
    const during = hoursIn(turn, turn.random.between(1, 400));
    const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
    return await send(turn, secretary, "rescheduleActivity", { id, during });
  }),
  cancelActivity: ahead(async (turn, { id, committee_id }) => {
    const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
    return await send(turn, secretary, "cancelActivity", { id, reason: "大雨" });
  }),
  holdActivity: ahead((turn, { id, host_id }) =>
    send(turn, actorOf(turn, host_id), "holdActivity", { id }),
  ),
  inviteUnits: ahead(async (turn, { id, committee_id }) => {
    const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
    const { organization } = turn.records;
    const units = [one(turn, organization), one(turn, organization)].flatMap((unit) =>
      unit ? [unit["id"]] : [],
    );
    return await send(turn, secretary, "inviteUnits", {
      id,
      organizationIds: [...new Set(units)],
    });
  }),
  joinActivity: invited((turn, { activity_id: id, organization_id: organizationId }) =>
    send(turn, actorOf(turn, organizationId), "joinActivity", { id, organizationId }),
  ),
  declineInvitation: invited((turn, { activity_id: id, organization_id: organizationId }) =>
    send(turn, actorOf(turn, organizationId), "declineInvitation", {
      id,
      organizationId,
      ...(turn.random.oneIn(2) ? { reason: "人手不够" } : {}),
    }),
  ),
  leaveActivity: ahead((turn, { id, host_id }) => {
    const guest = one(
      turn,
      turn.records.participant,
      ({ activity_id, organization_id, state }) =>
        activity_id === id && organization_id !== host_id && state === "JOINED",
    );
    if (!guest) return Promise.resolve("NOTHING");
    const organizationId = guest["organization_id"];
    const actor = actorOf(turn, organizationId);
    return send(turn, actor, "leaveActivity", { id, organizationId });
  }),
  recordAttendance: ahead((turn, { id, host_id }) =>
    send(turn, actorOf(turn, host_id), "recordAttendance", {
      id,
      organizationId: host_id,
      attendance: 20,
    }),
  ),
  hoursPass: later(({ random }) => random.between(1, 24) * 3_600_000),
  daysPass: later(({ random }) => random.between(1, 20) * DAY_MS),
  monthsPass: later(({ random }) => random.between(1, 4) * 30 * DAY_MS),
};

/** A step about an activity that has been neither held nor cancelled. */
function ahead(act: Parameters<typeof about>[1]): Step {
  const isOpen = ["SCHEDULED", "RESCHEDULED"];
  return about(
    (turn) => one(turn, turn.records.activity, ({ state }) => isOpen.includes(String(state))),
    act,
  );
}

/** A step about a unit that was invited to an activity. */
function invited(act: Parameters<typeof about>[1]): Step {
  return about(
    (turn) => one(turn, turn.records.participant, ({ state }) => state === "INVITED"),
    act,
  );
}

function later(ms: (turn: Parameters<Step>[0]) => number): Step {
  return (turn) => {
    const { clock } = turn.world.hub;
    clock.now = new Date(clock.now.getTime() + ms(turn));
    return Promise.resolve("DONE");
  };
}
