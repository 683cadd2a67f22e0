import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { organizationColumns } from "../organization/organization.loaders.ts";
import { OrganizationType } from "../organization/organization.type.ts";
import { type RegionRow, regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import { CommitteeLevel } from "./committee.entity.ts";
import * as inputs from "./committee.input.ts";
import { type CommitteeContext, type CommitteeRow, committeeColumns } from "./committee.loaders.ts";
import * as service from "./committee.service.ts";
import { CommitteeConnection, CommitteeType } from "./committee.type.ts";

export const CommitteeQuery = recordQuery({
  name: "committee",
  type: CommitteeType,
  description: "按编号查委员会。One committee by its id.",
  load: ({ committees }: CommitteeContext, id, info) =>
    committees.with(committeeColumns.ofRecord(info)).load(id),
});

export const CommitteeList = listQuery({
  name: "committees",
  connection: CommitteeConnection,
  filter: inputs.CommitteeFilter,
  description: "委员会列表，新登记的在前。Committees, newest first.",
  list: ({ committees }: CommitteeContext, filter, info) =>
    committees.list(filter, committeeColumns.ofConnection(info)),
});

export const CommitteeChildren = connectionField({
  on: () => CommitteeType,
  name: "children",
  connection: CommitteeConnection,
  description: "直接下级的委员会，新登记的在前。The committees directly below it, newest first.",
  pages: ({ committees }: CommitteeContext) => committees.ofParent,
});

export const CommitteeFields = fields<CommitteeRow, CommitteeContext>(() => CommitteeType, {
  region: field(
    () => RegionType,
    { nullable: true, description: "所在地。Its place." },
    ({ regionCode }, { regions }, info) =>
      regions.with(regionColumns.ofRecord(info)).load(regionCode),
  ),
  cameFrom: field(
    () => RegionType,
    {
      nullable: true,
      description:
        "原所在地，已并入现所在地；未曾并入的为空。The place with which it came when that was merged into its place; null for any other.",
    },
    ({ cameFrom: code }, { regions }, info) =>
      code === null ? null : regions.with(regionColumns.ofRecord(info)).load(code),
  ),
  parent: field(
    () => CommitteeType,
    { nullable: true, description: "上级委员会。The committee above it." },
    ({ parentId: id }, { committees }, info) =>
      id === null ? null : committees.with(committeeColumns.ofRecord(info)).load(id),
  ),
  organization: field(
    () => OrganizationType,
    { nullable: true, description: "依托的党组织。The party organisation that it belongs to." },
    ({ organizationId }, { organizations }, info) =>
      organizations.with(organizationColumns.ofRecord(info)).load(organizationId),
  ),
});

export const CommitteeMutations = mutations(
  { field: "committee", type: CommitteeType, description: "委员会。The committee." },
  { inputs, service },
  {
    establishCommittee:
      "成立委员会并开启首届任期（平台管理员，或上级委员会书记）。Establishes a committee with its first term; for an operator or the secretary of the committee above.",
    updateCommittee:
      "更改委员会：名称与工作主题（本委员会书记、其上级书记或当地平台管理员），上级与示范点（上级委员会书记或当地平台管理员）。Changes a committee. Name and labels: for whoever runs it or an operator of its place. The committee above and the mark as a model: for whoever runs the committee above or an operator of its place.",
  },
);

/** The committees of a place: a field of `Region` that belongs to this noun. */
@Resolver(() => RegionType)
export class RegionCommitteesResolver {
  @FieldResolver(() => CommitteeConnection, {
    description: "此地及其下级的委员会。Committees of this place and all below it.",
  })
  committees(
    @Root() region: RegionRow,
    @Arg("levels", () => [CommitteeLevel], {
      nullable: true,
      description: "仅限这些层级；省略则不限。Only of these levels; of any level if left out.",
    })
    levels: CommitteeLevel[] | null,
    @Arg("includeBelow", () => Boolean, {
      nullable: true,
      description:
        "是否含下级各地的，默认是。Whether to include those of the places below it; true by default.",
    })
    includeBelow: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: CommitteeContext,
  ): Promise<Page<CommitteeRow>> {
    const { code, level: regionLevel } = region;
    const includesBelow = includeBelow ?? true;
    return context.committees
      .ofRegion({ regionLevel, levels: levels ?? null, includesBelow })
      .page(code, page);
  }
}
