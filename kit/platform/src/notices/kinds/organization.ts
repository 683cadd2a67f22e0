import { noticeKinds } from "../notice-kind.ts";

const UNIT = { zh: "该单位", en: "the unit" };

/** What is told of organisations. */
export const ORGANIZATION_NOTICES = noticeKinds("Organization", {
  CHANGED: {
    to: UNIT,
    zh: "{organization}的登记信息有变动",
    en: "The entry of {organization} was changed",
  },
  ENDED: {
    to: {
      zh: "它所在的委员会",
      en: "the committees of which it was a member",
    },
    zh: "{organization}已终止，最后一日为{endedOn}[。原因：{reason}]",
    en: "{organization} has ended; its last day is {endedOn}[. Reason: {reason}]",
  },
  MERGED: {
    to: {
      zh: "并入后的单位、原单位所在的委员会和依托于它的委员会",
      en: "the unit that is left, the committees of which the former one was a member, and those that it had",
    },
    zh: "{former}已并入{organization}，其全部记录转到名下[。原因：{reason}]",
    en: "{former} was merged into {organization}, with all its records[. Reason: {reason}]",
  },
});
