import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as inputs from "../../nouns/membership/membership.input.ts";
import { MembershipType } from "../../nouns/membership/membership.type.ts";
import * as service from "./leave-committee.ts";
import { LeavingQuery } from "./leaving-query.ts";

export const LeavingMutations = mutations(
  { field: "membership", type: MembershipType, description: "成员资格。The membership." },
  { inputs, service },
  {
    leaveCommittee:
      "成员单位退出，其委员随之离任，未了结的事项逐一处理（书记、平台管理员或本单位联络员）。Ends a membership, at once or after a day ahead. The unit's seats end with it, and what is open is settled. For the secretary, an operator or the unit's liaison.",
    callOffLeaving:
      "取消尚未到期的退出（书记、平台管理员或本单位联络员）。Calls off a leaving that is planned; for the secretary, an operator or the unit's liaison.",
  },
);

/** What ends a membership together with all that is open; it has no record of its own. */
export const leaving = {
  name: "Membership",
  loaders: {},
  resolvers: { LeavingMutations, LeavingQuery },
} satisfies Noun;
