import { noticeKinds } from "../notice-kind.ts";

const BOTH = { zh: "该单位和委员会", en: "the unit and the committee" };

/** What is told of memberships. */
export const MEMBERSHIP_NOTICES = noticeKinds("Membership", {
  JOINED: {
    to: BOTH,
    zh: "{organization}自{joinedOn}起为{committee}的成员单位",
    en: "{organization} is a member unit of {committee} from {joinedOn}",
  },
  LEAVING: {
    to: BOTH,
    zh: "{organization}将退出{committee}，最后一日为{leavesOn}[。原因：{reason}]",
    en: "{organization} will leave {committee}; its last day is {leavesOn}[. Reason: {reason}]",
  },
  LEAVING_CALLED_OFF: {
    to: BOTH,
    zh: "{organization}不退出{committee}了，原定的退出已取消",
    en: "{organization} stays in {committee}; the leaving that was planned is called off",
  },
  LEFT: {
    to: BOTH,
    zh: "{organization}自{leftOn}起不再是{committee}的成员单位[。原因：{reason}]",
    en: "{organization} is no longer a member unit of {committee}, from {leftOn}[. Reason: {reason}]",
  },
});
