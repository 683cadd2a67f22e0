import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Around, nobodyBut } from "./callers.ts";
import { type Change, applicantsLiaison, done, liaison, operator, secretary } from "./changes.ts";

const REASON = "另有安排";
/** A record between a unit and a committee: the unit's own systems see it, and nobody else around. */
const ofUnit = nobodyBut("the unit's key that may only read");

const nextTerm = ({ committee }: Around, startsOn: string) => ({
  committeeId: committee.id,
  number: 2,
  startsOn,
  endsOn: "2031-08-31",
});
const planned = (around: Around) =>
  done(around, secretary(around), ["planTerm", "term"], nextTerm(around, "2026-09-01"));

const seat = (around: Around, role: string, subject: string | null) =>
  done(around, operator(around), ["appointSeat", "seat"], {
    committeeId: around.committee.id,
    organizationId: around.committee.base,
    holderName: "委员 001",
    since: "2022-01-01",
    role,
    subject,
  });
const subjectOf = (role: string, { committee }: Around) => `${role} of ${committee.id}`;

/** A secretary with a seat, which alone lets somebody hand over. */
async function seated(around: Around): Promise<Viewer> {
  const subject = subjectOf("secretary", around);
  return { ...around.setting.stranger, subject, ...(await around.setting.standing(subject)) };
}

async function handover(around: Around): Promise<object> {
  await seat(around, "SECRETARY", subjectOf("secretary", around));
  const seatId = await seat(around, "DEPUTY_SECRETARY", subjectOf("deputy", around));
  return { committeeId: around.committee.id, seatId, from: "2026-03-02", until: "2026-03-15" };
}

const applied = (around: Around) =>
  done(around, applicantsLiaison(around), ["applyToCommittee", "application"], pair(around));
const pair = ({ committee, applicant }: Around) => ({
  committeeId: committee.id,
  organizationId: applicant,
});

/** Changes of a committee: its terms, seats, handovers, units and applications. */
export const COMMITTEE_CHANGES: Readonly<Record<string, Change>> = {
  startTerm: {
    of: "term",
    input: async (around) => nextTerm(around, "2026-03-01"),
    by: secretary,
  },
  planTerm: { of: "term", input: async (around) => nextTerm(around, "2026-09-01"), by: secretary },
  updatePlannedTerm: {
    of: "term",
    input: async (around) => ({ id: await planned(around), endsOn: "2031-07-31" }),
    by: secretary,
    unseenBy: nobodyBut("member"),
  },
  discardPlannedTerm: {
    of: null,
    input: async (around) => ({ id: await planned(around) }),
    by: secretary,
    unseenBy: nobodyBut("member"),
  },
  appointSeat: {
    of: "seat",
    input: async ({ committee, unit }) => ({
      committeeId: committee.id,
      organizationId: unit,
      holderName: "委员 017",
      role: "PART_TIME",
    }),
    by: secretary,
  },
  endSeat: {
    of: "seat",
    input: async (around) => ({ id: await seat(around, "MEMBER", null), reason: REASON }),
    by: secretary,
  },
  updateSeat: {
    of: "seat",
    input: async (around) => ({ id: await seat(around, "MEMBER", null), holderName: "委员 099" }),
    by: secretary,
  },
  handOver: { of: "handover", input: handover, by: seated },
  endHandover: {
    of: "handover",
    input: async (around) => {
      const input = await handover(around);
      return { id: await done(around, await seated(around), ["handOver", "handover"], input) };
    },
    by: seated,
    unseenBy: ["operator of elsewhere"],
  },
  joinCommittee: { of: "membership", input: async (around) => pair(around), by: secretary },
  leaveCommittee: {
    of: "membership",
    input: async ({ membershipId }) => ({ id: membershipId, reason: REASON }),
    by: liaison,
  },
  callOffLeaving: {
    of: "membership",
    input: async (around) => {
      const input = { id: around.membershipId, reason: REASON, leavesOn: "2026-03-20" };
      return { id: await done(around, liaison(around), ["leaveCommittee", "membership"], input) };
    },
    by: liaison,
  },
  applyToCommittee: {
    of: "application",
    input: async (around) => pair(around),
    by: applicantsLiaison,
  },
  acceptApplication: {
    of: "application",
    input: async (around) => ({ id: await applied(around) }),
    by: secretary,
    unseenBy: ofUnit,
  },
  returnApplication: {
    of: "application",
    input: async (around) => ({ id: await applied(around), reason: REASON }),
    by: secretary,
    unseenBy: ofUnit,
  },
  withdrawApplication: {
    of: "application",
    input: async (around) => ({ id: await applied(around) }),
    by: applicantsLiaison,
    unseenBy: ofUnit,
  },
};
