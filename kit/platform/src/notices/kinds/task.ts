import { noticeKinds } from "../notice-kind.ts";

/** What is told of tasks. That there is a new one is told by the notice of its record. */
export const TASK_NOTICES = noticeKinds("Task", {
  DUE_SOON: {
    to: {
      zh: "待办所待的单位、委员会或平台管理员",
      en: "the unit, committee or operators whom it awaits",
    },
    zh: "待办将于{due}到期：{task}",
    en: "Due by {due}: {task}",
  },
});
