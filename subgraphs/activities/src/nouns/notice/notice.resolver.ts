import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs, pageSize } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { smallestOf } from "@alliance-hub/sharing/place";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./notice.input.ts";
import type { NoticeContext, NoticeRow, NoticeStretch } from "./notice.loaders.ts";
import * as service from "./notice.service.ts";
import { MarkNoticesReadPayload, NoticeConnection, NoticePage, NoticeType } from "./notice.type.ts";

const { NoticeFilter } = inputs;
type Filter = inputs.NoticeFilter;

const AFTER = "通知中的位置，从其后开始。A position in the notices, to begin after it.";

/** What type-graphql passes for a subscription; `args` are coerced. */
interface Following {
  readonly args: { readonly filter?: Filter | null; readonly after?: string | null };
  readonly context: NoticeContext;
}

@Resolver(() => NoticeType)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    description:
      "告知本人、本人代表的单位、本人任书记的委员会和本人任平台管理员之地的事，新的在前。What you, the units that you act for, the committees of which you are secretary and the operators of your places were told, newest first.",
  })
  notices(
    @Arg("filter", () => NoticeFilter, { nullable: true }) filter: Filter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: NoticeContext,
  ): Promise<Page<NoticeRow>> {
    return context.notices.page(filter ?? {}, page);
  }

  @Query(() => NoticePage, {
    description:
      "轮询通知：返回 after 之后的通知，先发生的在前；省略 after 则从保留的最早一条开始。Notices for systems that poll: those after the position `after`, in order. Without `after` it begins with the oldest one that is kept.",
  })
  noticesSince(
    @Arg("filter", () => NoticeFilter, { nullable: true }) filter: Filter | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: 100,
      description: "条数，1 至 100，默认 100。How many notices, 1 to 100; 100 by default.",
    })
    first: number | null,
    @Ctx() context: NoticeContext,
  ): Promise<NoticeStretch> {
    return context.notices.since(filter ?? {}, { after: after ?? null, size: pageSize({ first }) });
  }

  @Subscription(() => NoticeType, {
    subscribe: ({ args, context }: Following) =>
      context.notices.follow(
        args.filter ?? {},
        context.resumeAfter === undefined ? (args.after ?? null) : context.resumeAfter,
      ),
    description:
      "订阅通知：先按顺序补发 after 之后的通知，再发送新的通知，不遗漏，不重复。Follows the notices: first those after the position `after`, in order, then new ones as they are left, without gaps or duplicates.",
  })
  noticeArrivals(
    @Root() notice: NoticeRow,
    @Arg("filter", () => NoticeFilter, { nullable: true }) _filter: Filter | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): NoticeRow {
    return notice;
  }
}

export const NoticeFields = fields<NoticeRow, NoticeContext>(() => NoticeType, {
  position: field(
    () => String,
    {
      description:
        "在通知中的位置，请勿解析其内容；作为 after 传入，即从其后继续。Position in the notices. Its content has no meaning for clients. Pass it as `after` to continue from there.",
    },
    ({ position }) => position,
  ),
  title: field(
    () => String,
    {
      description:
        "说明，用读者的语言写成，记录不可见的不显示其名称。What happened, in the reader's language; a record that you may not see is not named.",
    },
    ({ noun, type, facts }, { wording }) => {
      const words = NOTICE_KINDS[noun]?.[type];
      return words ? wording.of(words, facts) : type;
    },
  ),
  read: field(
    () => Boolean,
    { description: "本人是否已读。Whether you have read it." },
    ({ id }, { notices }) => notices.read.load(id),
  ),
  regionCode: field(
    () => String,
    {
      nullable: true,
      description:
        "告知平台管理员的，为所在地的代码；该地及其上级的平台管理员可见。Code of the place, if operators were told: those of the place and of the places above it.",
    },
    ({ regionPath }) => smallestOf(regionPath),
  ),
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "被告知的单位。The unit that was told.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "被告知的委员会。The committee that was told.",
  }),
});

export const NoticeMutations = mutations(
  { payload: MarkNoticesReadPayload },
  { inputs, service },
  {
    markNoticesRead: "把通知标为本人已读。Marks notices as read by you.",
  },
);
