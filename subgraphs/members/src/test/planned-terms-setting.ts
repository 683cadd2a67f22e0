import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  type MembersSetting,
  PLAN_TERM,
  memberUnit,
} from "./members-setting.ts";

/** The first day of planned terms. */
export const STARTS = "2026-09-01";
/** The input for a planned term, as `planTerm` takes it. */
export const next = (committee: CommitteeSetting, over: object = {}) => ({
  input: { committeeId: committee.id, number: 2, startsOn: STARTS, endsOn: "2031-08-31", ...over },
});

const SHOWN =
  "{ currentTerm { number endsOn } terms { nodes { number state startsOn endsOn seats { nodes { id role since until holderName } } } } }";
/** The input for a seat of the organisation that the committee belongs to. */
export const seatOf = (committee: CommitteeSetting, role = "SECRETARY") => ({
  committeeId: committee.id,
  organizationId: committee.base,
  holderName: "委员 009",
  role,
});

/** What tests of planned terms do in a setting, which is there once the first of them begins. */
export function plannedTermsIn(settingOf: () => MembersSetting) {
  /** A committee with a secretary, a deputy and a member of a unit, each with a sign-in. */
  const seated = async () => {
    const setting = settingOf();
    const committee = await setting.committee();
    const unit = await memberUnit(setting, committee);
    const ids: Record<string, string> = {};
    for (const [role, organizationId] of [
      ["SECRETARY", committee.base],
      ["DEPUTY_SECRETARY", committee.base],
      ["PART_TIME", unit.id],
    ] as const) {
      const input = { committeeId: committee.id, organizationId, role, holderName: "委员 001" };
      const subject = `${role} of ${committee.id}`;
      const { data } = await setting.call(setting.operator, APPOINT_SEAT, {
        input: { ...input, subject, since: "2022-05-01" },
      });
      ids[role] = data.appointSeat.seat.id;
    }
    return { committee, unit, ids };
  };

  /** Plans the next term, as the secretary; its id. */
  const planned = async (committee: CommitteeSetting, over: object = {}): Promise<string> => {
    const { data, message } = await settingOf().call(
      committee.secretary,
      PLAN_TERM,
      next(committee, over),
    );
    if (message !== undefined) throw new Error(message);
    return data.planTerm.term.id;
  };

  /** The terms of a committee, as somebody sees them. */
  const shown = async (committee: CommitteeSetting, viewer: Viewer = committee.secretary) => {
    const key = { __typename: "Committee", id: committee.id };
    return (await settingOf().entity(viewer, key, SHOWN)).data;
  };

  /** The seats of the planned term. */
  const seatsAhead = async (committee: CommitteeSetting) => {
    const { terms } = await shown(committee);
    return terms.nodes.find(({ state }: { state: string }) => state === "PLANNED").seats.nodes;
  };

  return { seated, planned, shown, seatsAhead };
}
