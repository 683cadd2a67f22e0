import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { ResourceOrder } from "../../vocabulary/resource-order.ts";
import * as inputs from "./resource.input.ts";
import { type ResourceContext, type ResourceRow, resourceColumns } from "./resource.loaders.ts";
import * as service from "./resource.service.ts";
import { ResourceConnection, ResourceType } from "./resource.type.ts";

export const ResourceQuery = recordQuery({
  name: "resource",
  type: ResourceType,
  description: "按编号查资源。One resource by its id.",
  load: ({ resources }: ResourceContext, id, info) =>
    resources.with(resourceColumns.ofRecord(info)).load(id),
});

export const ResourceList = listQuery({
  name: "resources",
  connection: ResourceConnection,
  filter: inputs.ResourceFilter,
  orders: ResourceOrder,
  description: "资源清单，默认新的在前。The list of resources, newest first by default.",
  list: ({ resources }: ResourceContext, filter, info, orderBy) =>
    resources.list(filter, resourceColumns.ofConnection(info), orderBy),
});

export const ResourceFields = fields<ResourceRow, ResourceContext>(() => ResourceType, {
  provider: reference(() => OrganizationRef, "providerId", {
    description: "提供单位。The unit that offers it.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "列入哪个委员会的清单。The committee on whose list it is.",
  }),
});

export const ResourceMutations = mutations(
  {
    field: "resource",
    type: ResourceType,
    description: "资源。The resource.",
    by: { zh: "提供单位联络员", en: "the provider's liaison" },
  },
  { inputs, service },
  {
    shareResource: { zh: "共享资源", en: "Shares a resource" },
    publishResource: { zh: "发布草稿", en: "Publishes a draft" },
  },
);

export const ResourceDiscard = mutations(
  { payload: DiscardDraftPayload, by: { zh: "提供单位联络员", en: "the provider's liaison" } },
  { inputs, service },
  { discardResource: { zh: "删除草稿，不能恢复", en: "Discards a draft for good" } },
);

const list = { name: "resources", connection: ResourceConnection };

export const OrganizationResources = connectionField({
  ...list,
  on: () => OrganizationRef,
  description:
    "该单位已发布的资源，新的在前。The resources that the unit has published, newest first.",
  pages: ({ resources }: ResourceContext, info) =>
    resources.ofProvider(resourceColumns.ofConnection(info)),
});

export const CommitteeResources = connectionField({
  ...list,
  on: () => CommitteeRef,
  description: "该委员会清单上的资源，新的在前。The resources on its list, newest first.",
  pages: ({ resources }: ResourceContext, info) =>
    resources.ofCommittee(resourceColumns.ofConnection(info)),
});
