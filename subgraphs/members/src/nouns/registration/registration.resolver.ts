import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { RegionRef } from "../../references/region.ref.ts";
import * as inputs from "./registration.input.ts";
import {
  type RegistrationContext,
  type RegistrationRow,
  reportedHeadcounts,
} from "./registration.loaders.ts";
import * as service from "./registration.service.ts";
import {
  RegistrationConnection,
  RegistrationType,
  ReportedHeadcountType,
} from "./registration.type.ts";

export const RegistrationList = listQuery({
  name: "registrations",
  connection: RegistrationConnection,
  filter: inputs.RegistrationFilter,
  description:
    "报到列表，新的在前；未接收的仅相关方可见。Registrations, newest first; those not accepted are for the unit and the community only.",
  list: ({ registrations }: RegistrationContext, filter) => registrations.list(filter),
});

export const RegistrationFields = fields<RegistrationRow, RegistrationContext>(
  () => RegistrationType,
  {
    organization: reference(() => OrganizationRef, "organizationId", {
      description: "报到的单位。The unit.",
    }),
    community: reference(() => RegionRef, "communityCode", {
      key: "code",
      description: "社区或街道。The community or street.",
    }),
    headcounts: field(
      () => [ReportedHeadcountType],
      {
        description:
          "历次登记的报到党员人数，按日期先后。All headcounts that were reported, in the order of their days.",
      },
      (registration) => reportedHeadcounts(registration),
    ),
  },
);

export const RegistrationMutations = mutations(
  { field: "registration", type: RegistrationType, description: "报到。The registration." },
  { inputs, service },
  {
    registerWithCommunity:
      "到社区或街道报到（本单位联络员）。Registers a unit with a community or a street; for its liaison.",
    recordHeadcount:
      "登记报到党员人数的变化（本单位联络员、该社区书记，或平台管理员）。Records a further headcount; for the unit's liaison, whoever runs the community's committee or an operator.",
    acceptRegistration:
      "接收报到（该社区书记，或平台管理员）。Accepts a registration; for whoever runs the community's committee or an operator.",
    endRegistration:
      "终止已接收的报到（本单位联络员、该社区书记，或平台管理员）。Ends an accepted registration; for the unit's liaison, whoever runs the community's committee or an operator.",
    returnRegistration:
      "退回报到（该社区书记，或平台管理员）。Sends a registration back; for whoever runs the community's committee or an operator.",
  },
);

export const OrganizationRegistrations = connectionField({
  on: () => OrganizationRef,
  name: "registrations",
  connection: RegistrationConnection,
  description: "到社区的报到，新的在前。Its registrations, newest first.",
  pages: ({ registrations }: RegistrationContext) => registrations.ofOrganization,
});
