import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { TASK_KINDS, type TaskKindWords } from "@alliance-hub/platform/notices/task-kinds";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { smallestOf } from "@alliance-hub/sharing/place";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { TaskFilter } from "./task.input.ts";
import type { TaskContext, TaskRow } from "./task.loaders.ts";
import { TaskConnection, TaskType } from "./task.type.ts";

@Resolver(() => TaskType)
export class TaskResolver {
  @Query(() => TaskConnection, {
    description:
      "等待本人代表的单位、本人任书记的委员会和本人任平台管理员之地办理的事，期限近的在前，没有期限的在后。What awaits the units that you act for, the committees of which you are secretary, and the operators of your places. Those due soonest come first, those without a time last.",
  })
  tasks(
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: TaskContext,
  ): Promise<Page<TaskRow>> {
    return context.tasks.page(filter ?? {}, page);
  }
}

export const TaskFields = fields<TaskRow, TaskContext>(() => TaskType, {
  title: field(
    () => String,
    {
      description:
        "要办的事，用读者的语言写成，记录不可见的不显示其名称。What is to be done, in the reader's language; a record that you may not see is not named.",
    },
    ({ kind, facts }, { wording }) => {
      const kinds: Readonly<Record<string, TaskKindWords>> = TASK_KINDS;
      const words = kinds[kind];
      return words ? wording.of(words, facts) : kind;
    },
  ),
  regionCode: field(
    () => String,
    {
      nullable: true,
      description:
        "待平台管理员办理的，为所在地的代码；该地及其上级的平台管理员可见。Code of the place, if it awaits operators: those of the place and of the places above it.",
    },
    ({ regionPath }) => smallestOf(regionPath),
  ),
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "待其办理的单位。The unit that it awaits.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "待其办理的委员会。The committee that it awaits.",
  }),
});
