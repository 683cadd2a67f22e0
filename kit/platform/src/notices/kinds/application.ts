import { noticeKinds } from "../notice-kind.ts";

const COMMITTEE = { zh: "委员会", en: "the committee" };
const UNIT = { zh: "申请单位", en: "the unit that applied" };

/** What is told of applications for membership. */
export const APPLICATION_NOTICES = noticeKinds("Application", {
  SUBMITTED: {
    to: COMMITTEE,
    zh: "{organization}申请加入{committee}[：{message}]",
    en: "{organization} asks to join {committee}[: {message}]",
  },
  ACCEPTED: {
    to: UNIT,
    zh: "{committee}已接受{organization}的入会申请",
    en: "{committee} accepted the application of {organization}",
  },
  RETURNED: {
    to: UNIT,
    zh: "{committee}退回了{organization}的入会申请[。原因：{reason}]",
    en: "{committee} returned the application of {organization}[. Reason: {reason}]",
  },
  WITHDRAWN: {
    to: COMMITTEE,
    zh: "{organization}撤回了加入{committee}的申请[。原因：{reason}]",
    en: "{organization} withdrew its application to {committee}[. Reason: {reason}]",
  },
});
