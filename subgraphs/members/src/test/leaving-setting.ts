import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  type MembersSetting,
  memberUnit,
} from "./members-setting.ts";
import { openBetween, recordsBetween } from "./open-records.ts";

const LEAVING =
  "query ($committee: ID!, $organization: ID!, $on: Date) { leaving(committeeId: $committee, organizationId: $organization, leavesOn: $on) { items { noun recordId title consequence ways booking { id } } } }";
const LEAVE =
  "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id version leftOn leavesOn leaveReason } } }";
/** Why units leave in these tests. */
export const REASON = "单位迁出本街道";

/** A member unit, and two others. */
export interface Member {
  readonly committee: CommitteeSetting;
  readonly unit: string;
  readonly membershipId: string;
  readonly others: readonly [string, string];
  readonly records: ReturnType<typeof recordsBetween>;
}

/** What tests of leaving do in a setting, which is there once the first of them begins. */
export function leavingsIn(settingOf: () => MembersSetting) {
  return {
    /** A member unit, and two others. */
    member: async (committeeOf?: CommitteeSetting): Promise<Member> => {
      const setting = settingOf();
      const committee = committeeOf ?? (await setting.committee());
      const { id: unit, membershipId } = await memberUnit(setting, committee, "2025-01-01");
      const { id: other } = await memberUnit(setting, committee, "2025-01-01");
      const { id: third } = await memberUnit(setting, committee, "2025-01-01");
      const others = [other, third] as const;
      const records = recordsBetween(setting.admin, { committeeId: committee.id, unit, others });
      return { committee, unit, membershipId, others, records };
    },
    /** A seat of the unit; its id. */
    seatOf: async ({ committee, unit }: Member): Promise<string> => {
      const seat = { holderName: "委员 017", role: "PART_TIME" };
      const input = { committeeId: committee.id, organizationId: unit, ...seat };
      const { data } = await settingOf().call(committee.secretary, APPOINT_SEAT, { input });
      return data.appointSeat.seat.id;
    },
    /** The unit leaves. */
    leave: async (viewer: Viewer, { membershipId }: Member, over: object = {}) =>
      await settingOf().call(viewer, LEAVE, {
        input: { id: membershipId, reason: REASON, ...over },
      }),
    /** What is open between the two, as the graph says it. */
    leaving: async (viewer: Viewer, { committee, unit }: Member, on: string | null = null) =>
      await settingOf().call(viewer, LEAVING, {
        committee: committee.id,
        organization: unit,
        on,
      }),
    /** What is open between the two, as the tables say it. */
    open: (of: Member) =>
      openBetween(settingOf().admin, { committeeId: of.committee.id, unit: of.unit }),
    /** The row of a record. */
    read: async (table: string, id: string) =>
      (await settingOf().admin.query(`select * from ${table} where id = $1`, [id])).rows[0],
  };
}
