import { field, fields } from "@alliance-hub/platform/noun/fields";
import { pageSize } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import { ActivityUpdateFilter } from "./activity-update.input.ts";
import {
  type ActivityUpdateRow,
  previousTime,
} from "../../mechanisms/update-log/activity-update.ts";
import type { ActivityUpdateContext, LogStretch } from "./activity-update.loaders.ts";
import {
  ActivityTimeType,
  ActivityUpdateGraphType,
  ActivityUpdatePage,
} from "./activity-update.type.ts";

/** Description of the argument `after`, for both ways to read the log. */
const AFTER = "更新日志中的位置，从其后开始。A position of the update log, to begin after it.";

/** What type-graphql passes for a subscription; `args` are coerced. */
interface Following {
  readonly args: { readonly filter?: ActivityUpdateFilter | null; readonly after?: string | null };
  readonly context: ActivityUpdateContext;
}

export const ActivityUpdateFields = fields<ActivityUpdateRow, unknown>(
  () => ActivityUpdateGraphType,
  {
    previously: field(
      () => ActivityTimeType,
      {
        nullable: true,
        description:
          "改期前的时间；其他类型或较早的更新则为空。The time before it was moved; null for other types and for older updates.",
      },
      previousTime,
    ),
  },
);

@Resolver(() => ActivityUpdateGraphType)
export class ActivityUpdateResolver {
  @Query(() => ActivityUpdatePage, {
    description:
      "轮询更新日志：返回 after 之后的更新，先发生的在前；省略 after 则从保留的最早一条开始。The update log for systems that poll: the updates after the position `after`, in order. Without `after` it begins with the oldest entry that is kept.",
  })
  async activityUpdatesSince(
    @Arg("filter", () => ActivityUpdateFilter, { nullable: true })
    filter: ActivityUpdateFilter | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: 100,
      description: "条数，1 至 100，默认 100。How many updates, 1 to 100; 100 by default.",
    })
    first: number | null,
    @Ctx() context: ActivityUpdateContext,
  ): Promise<LogStretch> {
    const size = pageSize({ first });
    return await context.updates.since({ filter: filter ?? {}, after: after ?? null, size });
  }

  @Subscription(() => ActivityUpdateGraphType, {
    subscribe: ({ args, context }: Following) =>
      context.updates.follow(
        args.filter ?? {},
        context.resumeAfter === undefined ? (args.after ?? null) : context.resumeAfter,
      ),
    description:
      "订阅更新：先按顺序补发 after 之后的更新，再发送新的更新，不遗漏，不重复。Follows the update log: first the updates after the position `after`, in order, then new ones as they happen, without gaps or duplicates.",
  })
  activityUpdates(
    @Root() update: ActivityUpdateRow,
    @Arg("filter", () => ActivityUpdateFilter, { nullable: true })
    _filter: ActivityUpdateFilter | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): ActivityUpdateRow {
    return update;
  }

  @FieldResolver(() => ActivityType, {
    nullable: true,
    description:
      "该项活动的现状；已不可见则为空。The activity as it is now; null if you may no longer see it.",
  })
  async activity(
    @Root() update: ActivityUpdateRow,
    @Ctx() context: ActivityUpdateContext,
  ): Promise<ActivityRow | null> {
    return await context.activities.byId.load(update.activityId);
  }
}
