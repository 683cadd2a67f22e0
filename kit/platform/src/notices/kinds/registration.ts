import { noticeKinds } from "../notice-kind.ts";

const COMMITTEE = { zh: "报到地的委员会", en: "the committee of the place" };
const UNIT = { zh: "报到单位", en: "the unit that registered" };

/** What is told of registrations (双报到). */
export const REGISTRATION_NOTICES = noticeKinds("Registration", {
  SUBMITTED: {
    to: COMMITTEE,
    zh: "{organization}向{place}报到，在职党员 {headcount} 人",
    en: "{organization} registers with {place}, with {headcount} members",
  },
  ACCEPTED: {
    to: UNIT,
    zh: "{place}已接收{organization}的报到",
    en: "{place} accepted the registration of {organization}",
  },
  RETURNED: {
    to: UNIT,
    zh: "{place}退回了{organization}的报到[。原因：{reason}]",
    en: "{place} returned the registration of {organization}[. Reason: {reason}]",
  },
  HEADCOUNT_RECORDED: {
    to: COMMITTEE,
    zh: "{organization}在{place}报到的人数现为 {headcount} 人",
    en: "{organization} now has {headcount} members registered with {place}",
  },
  ENDED: {
    to: { zh: "报到单位和报到地的委员会", en: "the unit and the committee of the place" },
    zh: "{organization}在{place}的报到已终止[。原因：{reason}]",
    en: "The registration of {organization} with {place} has ended[. Reason: {reason}]",
  },
});
