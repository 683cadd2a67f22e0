import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { type ResourceContext, resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import type { CommitmentRow } from "./commitment.loaders.ts";
import { CommitmentType } from "./commitment.type.ts";

export const CommitmentFields = fields<CommitmentRow, ResourceContext>(() => CommitmentType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "承诺的一方。The party that commits itself.",
  }),
  resource: field(
    () => ResourceType,
    {
      nullable: true,
      description: "所用资源；不可见则为空。The resource it is about; null if you may not see it.",
    },
    ({ resourceId: id }, { resources }, info) =>
      id === null ? null : resources.with(resourceColumns.ofRecord(info)).load(id),
  ),
});
