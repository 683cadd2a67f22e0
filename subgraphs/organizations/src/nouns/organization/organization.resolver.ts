import { field, fields } from "@alliance-hub/platform/noun/fields";
import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import * as inputs from "./organization.input.ts";
import {
  type OrganizationContext,
  type OrganizationRow,
  organizationColumns,
} from "./organization.loaders.ts";
import * as service from "./organization.service.ts";
import { OrganizationConnection, OrganizationType } from "./organization.type.ts";

export const OrganizationQuery = recordQuery({
  name: "organization",
  type: OrganizationType,
  description:
    "按编号查单位；已并入其他单位的，答复并入后的单位。One organisation by its id; the id of one that was merged leads to the one that is left.",
  load: ({ organizations }: OrganizationContext, id, info) =>
    organizations.with(organizationColumns.ofRecord(info)).load(id),
});

export const OrganizationList = listQuery({
  name: "organizations",
  connection: OrganizationConnection,
  filter: inputs.OrganizationFilter,
  description: "单位列表，新登记的在前。Organisations, newest first.",
  list: ({ organizations }: OrganizationContext, filter, info) =>
    organizations.list(filter, organizationColumns.ofConnection(info)),
});

export const OrganizationFields = fields<OrganizationRow, OrganizationContext>(
  () => OrganizationType,
  {
    region: field(
      () => RegionType,
      { nullable: true, description: "所在地。Where it is." },
      ({ regionCode }, { regions }, info) =>
        regions.with(regionColumns.ofRecord(info)).load(regionCode),
    ),
    parent: field(
      () => OrganizationType,
      { nullable: true, description: "上级单位。The organisation above it." },
      ({ parentId: id }, { organizations }, info) =>
        id === null ? null : organizations.with(organizationColumns.ofRecord(info)).load(id),
    ),
    mergedInto: field(
      () => OrganizationType,
      {
        nullable: true,
        description:
          "并入了哪个单位；未并入的为空。The one it was merged into; null if it was not.",
      },
      ({ mergedIntoId: id }, { organizations }, info) =>
        id === null ? null : organizations.with(organizationColumns.ofRecord(info)).load(id),
    ),
  },
);

export const OrganizationMergedFrom = connectionField({
  on: () => OrganizationType,
  name: "mergedFrom",
  connection: OrganizationConnection,
  description:
    "并入它的单位，新登记的在前；它们的编号都指向它。What was merged into it, newest first; their ids lead to it.",
  pages: ({ organizations }: OrganizationContext) => organizations.mergedInto,
});

export const OrganizationMutations = mutations(
  { field: "organization", type: OrganizationType, description: "单位。The organisation." },
  { inputs, service },
  {
    registerOrganization: "登记单位（平台管理员）。Registers an organisation; for operators.",
    updateOrganization:
      "更改单位名称或品牌（本单位联络员或平台管理员）。Changes name or brand; for its liaison or an operator.",
    renameOrganization:
      "单位更名，原名称仍可查到（本单位联络员或平台管理员）。Gives an organisation another name; it is still found by the old one; for its liaison or an operator.",
  },
);
