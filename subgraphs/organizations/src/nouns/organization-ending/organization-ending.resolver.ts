import { mutations } from "@alliance-hub/platform/noun/mutations";
import { OrganizationType } from "../organization/organization.type.ts";
import * as inputs from "./organization-ending.input.ts";
import * as service from "./organization-ending.service.ts";

export const OrganizationEndingMutations = mutations(
  { field: "organization", type: OrganizationType, description: "单位。The organisation." },
  { inputs, service },
  {
    endOrganization:
      "终止单位（平台管理员）：其成员资格、委员任职、联络员、报到、连心卡、推送与密钥随之结束，资源与需求撤回，尚未开始的预约取消；所依托的委员会、书记任职、下级单位、未到期的协议、将举办的活动和未办结的问题须先了结。Ends an organisation, with its memberships, seats, liaisons, registrations, contact cards, webhooks and keys; resources and needs are withdrawn, bookings ahead cancelled. Committees that belong to it, seats of secretaries, organisations below it, agreements in force, activities that it hosts and open issues must be settled before; for operators.",
  },
);
