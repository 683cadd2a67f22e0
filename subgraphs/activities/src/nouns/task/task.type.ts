import { TASK_KINDS } from "@alliance-hub/platform/notices/task-kinds";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { TaskState } from "../../vocabulary/task-state.ts";

/** The kinds of tasks, as an enumeration of the graph. */
export const TaskKind = Object.fromEntries(Object.keys(TASK_KINDS).map((kind) => [kind, kind]));

registerEnumType(TaskKind, {
  name: "TaskKind",
  description: "待办的种类；以后可能增加。What is to be done. More kinds may be added later.",
  valuesConfig: Object.fromEntries(
    Object.entries(TASK_KINDS).map(([kind, { what }]) => [
      kind,
      { description: `${what.zh}。${what.en}.` },
    ]),
  ),
});

registerEnumType(TaskState, {
  name: "TaskState",
  description: "待办的状态。The state of a task.",
  valuesConfig: {
    OPEN: { description: "待办。It awaits somebody." },
    DONE: { description: "已办。It was done." },
    LAPSED: { description: "不再需要。It is no longer needed." },
  },
});

@ObjectType("Task", {
  description:
    "待办：等待一个单位、一个委员会或一地的平台管理员办理的事。A task: what awaits a unit, a committee or the operators of a place.",
})
export class TaskType {
  @Field(() => ID, { description: "编号。Id." }) id: string;

  @Field(() => TaskKind, { description: "种类。What is to be done." }) kind: string;

  @Field(() => TaskState, { description: "状态。State." }) state: TaskState;

  @Field(() => String, {
    description: "所涉记录的类型，如 Booking。Type of the record, such as Booking.",
  })
  noun: string;

  @Field(() => ID, { description: "所涉记录。Id of the record." }) recordId: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "期限；没有的为空。When it is due; null if there is no such time.",
  })
  dueAt: Date | null;

  @Field(() => DateTimeScalar, { description: "出现时间。Since when it awaits somebody." })
  createdAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "办结或失效的时间。When it was done or lapsed.",
  })
  settledAt: Date | null;
}

export const TaskConnection = connectionOf("Task", () => TaskType, { zh: "待办", en: "tasks" });
