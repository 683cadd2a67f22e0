import { mutations } from "@alliance-hub/platform/noun/mutations";
import { OrganizationType } from "../organization/organization.type.ts";
import * as inputs from "./organization-correction.input.ts";
import * as service from "./organization-correction.service.ts";

export const OrganizationCorrectionMutations = mutations(
  { field: "organization", type: OrganizationType, description: "单位。The organisation." },
  { inputs, service },
  {
    correctOrganization:
      "更正单位的类型、所在地、信用代码或上级；迁址的，其未列入委员会的资源、需求、队伍、连心卡随之迁移（平台管理员；迁址须为两地的）。Corrects kind, place, credit code or the organisation above; what is not on a committee's list moves with it; for operators, of both places if it moves.",
  },
);
