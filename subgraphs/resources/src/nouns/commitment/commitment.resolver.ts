import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import type { AgreementContext } from "../agreement/agreement.loaders.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import { RecordFulfilmentInput } from "./commitment.input.ts";
import type { CommitmentRow } from "./commitment.loaders.ts";
import { recordFulfilment } from "./commitment.service.ts";
import { CommitmentType } from "./commitment.type.ts";

export const CommitmentFields = fields<CommitmentRow, AgreementContext>(() => CommitmentType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "承诺的一方。The party that commits itself.",
  }),
  resource: field(
    () => ResourceType,
    {
      nullable: true,
      description:
        "所用资源；不在可见范围内则为空。The resource it is about; null if the viewer may not see it.",
    },
    ({ resourceId: id }, { resources }, info) =>
      id === null ? null : resources.with(resourceColumns.ofRecord(info)).load(id),
  ),
});

export const CommitmentMutations = mutations(
  { field: "commitment", type: CommitmentType, description: "承诺事项。The commitment." },
  {
    recordFulfilment: mutation(
      RecordFulfilmentInput,
      recordFulfilment,
      "登记承诺迄今兑现次数（任一方的联络员）。Records how often a commitment has been kept; for a liaison of any party.",
    ),
  },
);
