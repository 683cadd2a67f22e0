import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { organizationColumns } from "../organization/organization.loaders.ts";
import { OrganizationType } from "../organization/organization.type.ts";
import { regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import * as inputs from "./service-area.input.ts";
import type { ServiceAreaContext, ServiceAreaRow } from "./service-area.loaders.ts";
import * as service from "./service-area.service.ts";
import { ServiceAreaConnection, ServiceAreaType } from "./service-area.type.ts";

const ENDED = {
  nullable: true,
  description: "是否含已结束的，默认否。Whether to include ended ones; false by default.",
};

export const ServiceAreaFields = fields<ServiceAreaRow, ServiceAreaContext>(() => ServiceAreaType, {
  from: field(
    () => DateScalar,
    { description: "第一天。First day." },
    ({ startsOn }) => startsOn,
  ),
  until: field(
    () => DateScalar,
    { nullable: true, description: "最后一天；未定的为空。Last day; null while it is not known." },
    ({ endsOn }) => endsOn,
  ),
  organization: field(
    () => OrganizationType,
    { nullable: true, description: "服务的单位。The organisation that serves it." },
    ({ organizationId }, { organizations }, info) =>
      organizations.with(organizationColumns.ofRecord(info)).load(organizationId),
  ),
  region: field(
    () => RegionType,
    { nullable: true, description: "所服务的小区。The estate." },
    ({ regionCode }, { regions }, info) =>
      regions.with(regionColumns.ofRecord(info)).load(regionCode),
  ),
});

export const ServiceAreaMutations = mutations(
  {
    field: "serviceArea",
    type: ServiceAreaType,
    description: "服务范围。The service area.",
    by: {
      zh: "当地平台管理员，或主持该地委员会的人",
      en: "operators of the place and whoever runs a committee there",
    },
  },
  { inputs, service },
  {
    assignServiceArea: {
      zh: "登记物业公司或业主委员会服务某个小区",
      en: "Records that a property company or an owners' committee serves an estate",
    },
    endServiceArea: {
      zh: "登记不再服务某个小区",
      en: "Records that an organisation no longer serves an estate",
    },
  },
);

/** What an organisation serves. */
@Resolver(() => OrganizationType)
export class OrganizationServiceAreasResolver {
  @FieldResolver(() => ServiceAreaConnection, {
    description: "所服务的小区，新登记的在前。What it serves, newest first.",
  })
  serviceAreas(
    @Root() { id }: { id: string },
    @Arg("includeEnded", () => Boolean, ENDED) includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { serviceAreas }: ServiceAreaContext,
  ): Promise<Page<ServiceAreaRow>> {
    return serviceAreas.ofOrganization(includeEnded ?? false).page(id, page);
  }
}

/** Who serves a place. */
@Resolver(() => RegionType)
export class RegionServedByResolver {
  @FieldResolver(() => ServiceAreaConnection, {
    description: "由谁服务，新登记的在前。Who serves it, newest first.",
  })
  servedBy(
    @Root() { code }: { code: string },
    @Arg("includeEnded", () => Boolean, ENDED) includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { serviceAreas }: ServiceAreaContext,
  ): Promise<Page<ServiceAreaRow>> {
    return serviceAreas.ofRegion(includeEnded ?? false).page(code, page);
  }
}
